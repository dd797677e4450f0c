package io.countersign.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.query.Moved.Fate;
import io.countersign.query.reveal.Managed;
import io.countersign.request.Event;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Settled;
import io.countersign.store.Commit;
import io.countersign.vault.FakeVault;
import io.countersign.vault.Seen;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A document has moved by its secret and version alone, whatever they hold. */
class MovedTest {
  private static final String SECRET = "prod/db";

  private final Settled settled = new Settled();
  private final FakeVault vault = new FakeVault();
  private final Revision revision = settled.open();

  /** What is said of a revision that was made on what the vault held then. */
  private String moved(DocumentBase base) {
    Directory directory = settled.tables.store().directory();
    Actor dan = Actor.of(Objects.requireNonNull(directory.person(People.id("dan"))));
    Revision made =
        Revision.sealed(
            revision.request(),
            revision.token(),
            revision.author(),
            revision.title(),
            revision.message(),
            revision.operations(),
            List.of(base),
            revision.policies(),
            directory,
            revision.madeAt());
    return new Moved(new Managed(vault))
        .of(new Look(dan, settled.head(), made, settled.rules(), directory, List.of()))
        .text();
  }

  private DocumentBase now() {
    return vault.read(SECRET) instanceof Seen.Present present
        ? new DocumentBase(Rulebook.DB, present.arn(), present.current())
        : new DocumentBase(Rulebook.DB, null, null);
  }

  private static String said(Fate fate) {
    return "\"fate\":\"" + fate + "\"";
  }

  @Test
  void what_is_as_it_was_is_left_out() {
    assertThat(moved(now())).isEqualTo("[]");
    vault.outsider().create(SECRET, "{\"PASSWORD\":\"canary\"}");
    assertThat(moved(now())).isEqualTo("[]");
  }

  @Test
  void another_version_is_said_whatever_it_holds() {
    vault.outsider().create(SECRET, "{\"PASSWORD\":\"canary\"}");
    DocumentBase base = now();
    vault.outsider().put(SECRET, "{\"PASSWORD\":\"another canary\"}");
    String another = moved(base);
    assertThat(another).contains(said(Fate.WRITTEN), "prod:/db was written to since");
    vault.outsider().put(SECRET, "{\"PASSWORD\":\"canary\"}");
    assertThat(moved(base)).isEqualTo(another).doesNotContain("canary", "PASSWORD");
  }

  @Test
  void no_value_is_read_for_it() {
    vault.outsider().create(SECRET, "{\"PASSWORD\":\"canary\"}");
    DocumentBase base = now();
    int before = vault.line().calls().size();
    moved(base);
    assertThat(vault.line().calls()).hasSize(before + 1).endsWith("edition " + SECRET);
  }

  @Test
  void a_document_that_comes_goes_or_is_made_again_is_said() {
    DocumentBase none = now();
    vault.outsider().create(SECRET, "{}");
    assertThat(moved(none)).contains(said(Fate.MADE));
    DocumentBase first = now();
    vault.delete(Objects.requireNonNull(first.arn()));
    assertThat(moved(first)).contains(said(Fate.GONE));
    vault.outsider().purge(SECRET);
    assertThat(moved(first)).contains(said(Fate.GONE));
    vault.outsider().create(SECRET, "{}");
    assertThat(moved(first)).contains(said(Fate.REPLACED));
  }

  @Test
  void nothing_is_said_of_a_request_that_has_ended() {
    DocumentBase none = now();
    vault.outsider().create(SECRET, "{}");
    settled.happens(
        Commit.of(
            revision.request(),
            settled.head(),
            List.of(new Event.Withdrawn(revision.author(), "")),
            Instant.now()));
    assertThat(moved(none)).isEqualTo("[]");
  }
}
