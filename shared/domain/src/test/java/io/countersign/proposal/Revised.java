package io.countersign.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Directory;
import io.countersign.document.Document;
import io.countersign.project.DocumentId;
import io.countersign.revision.Origin;
import io.countersign.revision.Part;
import io.countersign.revision.Place;
import io.countersign.revision.Revision;
import io.countersign.revision.Sealing;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/**
 * A revision and all values that were ever written for its request.
 *
 * @param written by the token of their batch
 */
record Revised(Revision revision, Map<String, List<Sealing>> written) {
  static Revised first(Asked asked, String document) {
    return first(List.of(asked.change()), asked.into(document));
  }

  static Revised first(List<DocumentChange> changes, Map<DocumentId, Found> found) {
    Draft draft = drafted(Drafting.draft(ChangeSet.of(changes), found, "token-1", new Random(1)));
    Revision revision =
        Revision.sealed(
            Proposals.ONE,
            "token-1",
            People.id("ann"),
            "title",
            "",
            draft.operations(),
            draft.documents(),
            List.of(),
            Directory.EMPTY,
            Proposals.NOON);
    assertThat(revision.origins()).isEqualTo(draft.origins());
    return new Revised(revision, Map.of()).holding(draft);
  }

  /** The next one, of this and of what is asked for besides. */
  Revised next(Keep keep, Against against, Asked asked, String now) {
    String token = "token-" + (revision.number() + 1);
    Draft draft = drafted(result(keep, against, changes(asked), asked.into(now), token));
    Revision next =
        revision.revised(
            token,
            People.id("dan"),
            "title",
            "",
            draft.operations(),
            draft.origins(),
            draft.documents(),
            List.of(),
            Directory.EMPTY,
            Proposals.NOON);
    return new Revised(next, written).holding(draft);
  }

  List<Problem> problems(Keep keep, Against against, Asked asked, String now) {
    return problems(keep, against, changes(asked), asked.into(now));
  }

  List<Problem> problems(
      Keep keep, Against against, List<DocumentChange> changes, Map<DocumentId, Found> found) {
    return switch (result(keep, against, changes, found, "token")) {
      case Drafting.Result.Drafted _ -> List.of();
      case Drafting.Result.Invalid(List<Problem> problems) -> problems;
    };
  }

  private Drafting.Result result(
      Keep keep,
      Against against,
      List<DocumentChange> changes,
      Map<DocumentId, Found> found,
      String token) {
    return Drafting.draft(
        new ChangeSet(changes, keep.of(revision), against), found, token, new Random(2));
  }

  private static List<DocumentChange> changes(Asked asked) {
    return asked.equals(Asked.nothing()) ? List.of() : List.of(asked.change());
  }

  private static Draft drafted(Drafting.Result result) {
    assertThat(result).isInstanceOf(Drafting.Result.Drafted.class);
    return ((Drafting.Result.Drafted) result).draft();
  }

  private Revised holding(Draft draft) {
    Map<String, List<Sealing>> more = new TreeMap<>(written);
    if (draft.sealings().isEmpty()) {
      return this;
    }
    more.put(revision.token(), draft.sealings());
    return new Revised(revision.with(List.of(new Part(revision.token(), "version"))), more);
  }

  /** What it comes to, with the values from wherever they lie. */
  Wanted.Verdict against(String now) {
    List<Sealing> sealings = revision.origins().stream().map(this::sealing).toList();
    Wanted wanted = Wanted.of(revision, sealings).getFirst();
    assertThat(wanted.genuine()).isTrue();
    return wanted.against(Asked.document(now));
  }

  private Sealing sealing(Origin origin) {
    return at(origin.value()).against(at(origin.bases()));
  }

  private Sealing at(Place place) {
    return Objects.requireNonNull(written.get(place.token())).get(place.entry());
  }

  /** The document's text once it is merged. */
  String text(String now) {
    return switch (against(now)) {
      case Wanted.Verdict.Becomes(Document document) -> document.text();
      case Wanted.Verdict.Completes(Document document) -> document.text();
      case Wanted.Verdict.Holds() -> now;
      case Wanted.Verdict.TooLarge() -> throw new AssertionError("nothing is large here");
      case Wanted.Verdict.Conflicts(List<String> keys) ->
          throw new AssertionError("conflicts: " + keys);
    };
  }
}
