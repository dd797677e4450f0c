package io.countersign.proposal;

import io.countersign.project.DocumentId;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Operation;
import io.countersign.revision.Origin;
import io.countersign.revision.Sealing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Makes a draft of a change set, or says everything that is wrong with it. */
public final class Drafting {
  /** What came of it. */
  public sealed interface Result {
    record Drafted(Draft draft) implements Result {}

    /** Nothing can be submitted; at least one problem. */
    record Invalid(List<Problem> problems) implements Result {}
  }

  private Drafting() {}

  /**
   * Drafts the change set.
   *
   * @param found each document that it changes, with what is copied into it
   * @param token of the batch that its own sealings will be
   * @param random for the nonces
   */
  public static Result draft(
      ChangeSet asked, Map<DocumentId, Found> found, String token, RandomGenerator random) {
    List<Problem> problems = new ArrayList<>(Limits.check(asked, found));
    for (ChangeSet.OnDocument each : asked.byDocument()) {
      problems.addAll(new Applying(each, asked.against()).to(found(found, each)));
    }
    return problems.isEmpty()
        ? new Result.Drafted(bound(asked, found, token, random))
        : new Result.Invalid(problems);
  }

  private static Draft bound(
      ChangeSet asked, Map<DocumentId, Found> found, String token, RandomGenerator random) {
    List<Operation> operations = new ArrayList<>();
    List<Origin> origins = new ArrayList<>();
    List<Sealing> sealings = new ArrayList<>();
    List<DocumentBase> bases = new ArrayList<>();
    for (ChangeSet.OnDocument each : asked.byDocument()) {
      Found now = found(found, each);
      bases.add(base(each, now, asked.against()));
      new DocumentDraft(now, asked.against(), token, random, sealings)
          .of(each)
          .forEach(
              bound -> {
                operations.add(bound.operation());
                origins.add(bound.origin());
              });
    }
    return new Draft(operations, origins, sealings, bases);
  }

  /** What is kept unchanged is of the secret that it was written for, if there was one. */
  private static DocumentBase base(ChangeSet.OnDocument asked, Found now, Against against) {
    return switch (against) {
      case PRESENT -> now.base();
      case UNCHANGED ->
          asked.kept().stream()
              .map(Kept::base)
              .filter(base -> base.arn() != null)
              .findFirst()
              .orElse(now.base());
    };
  }

  private static Found found(Map<DocumentId, Found> found, ChangeSet.OnDocument asked) {
    return Objects.requireNonNull(found.get(asked.document()));
  }
}
