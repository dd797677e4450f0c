package io.countersign.query.list;

import io.countersign.policy.Rules;
import io.countersign.project.ProjectId;
import io.countersign.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of the projects that come up in one call, each read once. */
final class ProjectRules {
  private final Store store;
  private final Map<ProjectId, Rules> read = new HashMap<>();

  ProjectRules(Store store) {
    this.store = store;
  }

  /** Those of all projects, and of the organisation, which has requests of its own. */
  List<Rules> all() {
    List<Rules> all = new ArrayList<>();
    Rules organisation = of(ProjectId.ORGANISATION);
    if (organisation != null) {
      all.add(organisation);
    }
    all.addAll(store.everyProject());
    all.forEach(each -> read.put(each.project().id(), each));
    return all;
  }

  /** Null when there is no such project. */
  @Nullable Rules of(ProjectId project) {
    Rules known = read.get(project);
    Rules present = known == null ? store.rules(project) : known;
    if (present != null) {
      read.put(project, present);
    }
    return present;
  }
}
