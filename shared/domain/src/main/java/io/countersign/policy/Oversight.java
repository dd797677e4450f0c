package io.countersign.policy;

import io.countersign.directory.Setup;
import io.countersign.project.Governance;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the whole organisation says of changes of its rules; as everything there, it holds in every
 * project.
 *
 * @param organisation its own settings, on {@link ProjectId#ORGANISATION}
 * @param policies of governance
 * @param setup how the organisation was set up, or null while there is no admin yet
 */
public record Oversight(Project organisation, List<Policy> policies, @Nullable Setup setup) {
  /** Where nobody has said anything: one other admin is asked. */
  public static final Oversight USUAL =
      new Oversight(
          new Project(ProjectId.ORGANISATION, "Organisation", Governance.POLICY, 0),
          List.of(),
          null);

  /** Whether the first admin sets up alone, as there is no second one to ask. */
  public boolean settingUp() {
    return setup == null || setup.end() == null;
  }

  /** The same with other policies. */
  public Oversight with(List<Policy> others) {
    return new Oversight(organisation, others, setup);
  }

  /** The same with other settings. */
  public Oversight with(Project settings) {
    return new Oversight(settings, policies, setup);
  }
}
