package io.countersign.rule;

import io.countersign.project.ProjectId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A governed thing that an edit is about.
 *
 * @param project whose rule it is, or null for what is in the directory
 * @param id among those of its sort there
 * @param name for people
 */
public record Thing(Sort sort, @Nullable ProjectId project, String id, String name, Deed deed) {
  /** What can be governed. */
  public enum Sort {
    PERSON,
    MACHINE,
    GROUP,
    PROJECT,
    ENVIRONMENT,
    BINDING,
    ROLE,
    DESTINATION,
    CHANNEL,
    POLICY;

    /** For programs, and for people. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What becomes of it. */
  public enum Deed {
    ADD,
    CHANGE,
    REMOVE
  }

  /** For people, as a request's title begins. */
  public String words() {
    String verb =
        switch (deed) {
          case ADD -> "Add ";
          case CHANGE -> "Change ";
          case REMOVE -> "Remove ";
        };
    return verb + called();
  }

  /** What it is called. */
  public String called() {
    String what = sort == Sort.BINDING ? "role of" : sort.word();
    return project != null && project.equals(ProjectId.ORGANISATION) && sort != Sort.PROJECT
        ? what + " " + name + " in all projects"
        : what + " " + name;
  }

  /** The same for the same thing, whatever becomes of it, and for no other. */
  public String key() {
    return sort + " " + (project == null ? "" : project) + " " + id;
  }
}
