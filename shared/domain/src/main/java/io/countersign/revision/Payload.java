package io.countersign.revision;

import io.countersign.directory.Directory;
import io.countersign.policy.Kind;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.project.ProjectId;
import io.countersign.rule.Edit;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What a revision proposes. */
public sealed interface Payload {
  default Kind kind() {
    return scope().kind();
  }

  /** What it is about. */
  Scope scope();

  /**
   * A change set.
   *
   * @param operations sorted by document, kind and key
   * @param documents one for each touched document, sorted
   * @param origins where the values are, one for each operation, in their order
   * @param batches what the origins refer to, each once
   */
  record OfSecrets(
      List<Operation> operations,
      List<DocumentBase> documents,
      List<Origin> origins,
      List<Batch> batches)
      implements Payload {
    static final OfSecrets NONE = new OfSecrets(List.of(), List.of(), List.of(), List.of());

    /** One whose values are all its own, and have no place yet. */
    static OfSecrets fresh(String token, List<Operation> operations, List<DocumentBase> documents) {
      return new OfSecrets(
          operations,
          documents,
          IntStream.range(0, operations.size())
              .mapToObj(entry -> Origin.at(new Place(token, entry)))
              .toList(),
          List.of());
    }

    @Override
    public Scope scope() {
      return new Scope.OfDocuments(documents.stream().map(DocumentBase::document).toList());
    }

    /** The documents whose policies have a say. */
    SortedSet<DocumentId> governed() {
      SortedSet<DocumentId> governed = new TreeSet<>();
      documents.forEach(each -> governed.add(each.document()));
      Operation.Copy.among(operations).forEach(each -> governed.add(each.source().document()));
      return governed;
    }
  }

  /**
   * Changes of rules.
   *
   * @param project that they belong to, or the organisation
   * @param edits in the order in which they are applied; at least one
   * @param surroundings in which they were written, in each project where there are some
   */
  record OfGovernance(
      ProjectId project, List<Edit> edits, SortedMap<ProjectId, Digest> surroundings)
      implements Payload {
    /** Whether a project is not, around the edits, as it was when they were written. */
    public boolean elsewhere(Rules rules, Directory directory) {
      return !Objects.equals(
          surroundings.get(rules.project().id()), Surroundings.in(edits, rules, directory));
    }

    @Override
    public Scope scope() {
      return new Scope.OfGovernance(project, edits.stream().map(Edit::thing).toList());
    }
  }

  /** Access for a limited time. */
  record OfAccess(Entitlement entitlement) implements Payload {
    @Override
    public Scope scope() {
      return new Scope.OfAccess(entitlement);
    }
  }
}
