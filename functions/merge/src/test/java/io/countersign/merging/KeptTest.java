package io.countersign.merging;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.directory.Directory;
import io.countersign.document.Document;
import io.countersign.document.Parsed;
import io.countersign.edge.start.Woken;
import io.countersign.json.Json;
import io.countersign.name.Token;
import io.countersign.proposal.Against;
import io.countersign.proposal.ChangeSet;
import io.countersign.proposal.Draft;
import io.countersign.proposal.Drafting;
import io.countersign.proposal.Found;
import io.countersign.proposal.Keep;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Status;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Origin;
import io.countersign.revision.Part;
import io.countersign.revision.Place;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Settled;
import io.countersign.store.Commit;
import io.countersign.vault.FakeProposals;
import io.countersign.vault.FakeVault;
import io.countersign.vault.Seen;
import io.countersign.wire.SealingJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A value that a revision keeps of an earlier one is merged, and only that one. */
class KeptTest {
  private static final String THEIRS = "{\"PASSWORD\":\"theirs\"}";

  private final Settled settled = new Settled();
  private final FakeVault vault = new FakeVault();
  private final FakeProposals proposals = new FakeProposals(Instant::now);
  private final RequestStreamHandler handler =
      new MergeHandler(
          Wiring.function(
              settled.tables.store(), settled.tables.registry()::prefixes, vault, proposals));
  private final Revision first = Sealed.revision(settled, proposals);

  KeptTest() {
    settled.happens(
        Commit.of(Proposals.ONE, null, Settled.submitted(first), Instant.now()).with(first));
    vault.outsider().create("prod/db", THEIRS);
  }

  private Draft rebase() {
    Seen.Present seen = (Seen.Present) vault.read("prod/db");
    Document content = ((Parsed.Readable) Document.parse(THEIRS)).document();
    Found found = new Found(new DocumentBase(Rulebook.DB, seen.arn(), seen.current()), content);
    ChangeSet asked = new ChangeSet(List.of(), new Keep.All("keep").of(first), Against.PRESENT);
    return ((Drafting.Result.Drafted)
            Drafting.draft(asked, Map.of(Rulebook.DB, found), "second", new Random(2)))
        .draft();
  }

  /** The rebase is agreed, with its values where they are said to be, and merged. */
  private Json.Obj merged(UnaryOperator<Origin> said) {
    Draft draft = rebase();
    Revision next =
        first.revised(
            "second",
            People.id("dan"),
            "title",
            "",
            draft.operations(),
            draft.origins().stream().map(said).toList(),
            draft.documents(),
            first.policies(),
            Directory.EMPTY,
            Instant.now());
    String name = Proposals.ONE + "/second/0";
    String text = SealingJson.write(draft.sealings()).getFirst();
    Part own = new Part(name, proposals.write(name, Token.of(name), text));
    happens(
        new Event.Revised(next.author(), 2, next.digest(), "title", next.touched(), null),
        next.with(List.of(own)));
    happens(new Event.Voted(People.id("amy"), next.digest(), Decision.APPROVE, ""), null);
    return Woken.by("merge", next.digest().hex(), handler);
  }

  private void happens(Event event, @Nullable Revision made) {
    Commit commit = Commit.of(Proposals.ONE, settled.head(), List.of(event), Instant.now());
    settled.happens(made == null ? commit : commit.with(made));
  }

  private String text() {
    return ((Seen.Present) vault.read("prod/db")).text() + "";
  }

  @Test
  void it_is_applied_to_what_it_was_bound_to_and_all_places_are_emptied() {
    Json.Obj answer = merged(origin -> origin);
    assertThat(Woken.status(answer)).as(Woken.body(answer)).isEqualTo(200);
    assertThat(text()).isEqualTo("{\"PASSWORD\":\"a-new-one\"}");
    assertThat(proposals.list()).isEmpty();
  }

  @Test
  void another_place_than_that_of_the_value_applies_nothing() {
    Json.Obj answer = merged(origin -> new Origin(new Place("second", 0), origin.bases()));
    assertThat(Woken.body(answer)).contains("values-lost");
    assertThat(settled.head().request().status()).isEqualTo(Status.OPEN);
    assertThat(text()).isEqualTo(THEIRS);
  }

  @Test
  void a_former_revision_is_never_merged() {

    merged(origin -> new Origin(new Place("nowhere", 0), origin.bases()));
    Json.Obj answer = Woken.by("merge", first.digest().hex(), handler);
    assertThat(Woken.status(answer)).isEqualTo(409);
    assertThat(Woken.body(answer)).contains("stale-digest");
    assertThat(text()).isEqualTo(THEIRS);
  }
}
