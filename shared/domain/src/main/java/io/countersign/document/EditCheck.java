package io.countersign.document;

import io.countersign.document.Problem.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds everything that stands against edits of a JSON object. */
final class EditCheck {
  private final Document base;
  private final Set<String> targets = new HashSet<>();
  private final Set<String> sources = new HashSet<>();
  private final Set<String> deleted = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  EditCheck(Document base) {
    this.base = base;
  }

  /** The problems in the order of the edits; those between edits come after those of one. */
  List<Problem> check(List<Edit> edits) {
    edits.forEach(this::alone);
    edits.forEach(this::together);
    return problems;
  }

  private void alone(Edit edit) {
    switch (edit) {
      case Edit.Valued valued -> {
        target(valued.key());
        if (!Utf8.wellFormed(valued.text())) {
          problems.add(PlainEdit.illFormed(valued.key()));
        }
      }
      case Edit.Delete(String key) -> {
        source(key);
        deleted.add(key);
      }
      case Edit.Rename(String from, String to) -> {
        source(from);
        target(to);
        if (from.equals(to)) {
          add(from, Rule.SAME_NAME, "is renamed to itself");
        }
      }
    }
  }

  private void together(Edit edit) {
    switch (edit) {
      case Edit.Valued valued -> {
        String key = valued.key();
        if (deleted.contains(key)) {
          add(
              key,
              Rule.SET_AND_DELETED,
              "gets a value and is deleted at once; leave one of the two out");
        }
      }
      case Edit.Rename(_, String to) -> {
        if (base.member(to) != null && !sources.contains(to)) {
          add(to, Rule.TARGET_EXISTS, "is there already, and is neither moved nor deleted");
        }
      }
      case Edit.Delete _ -> {}
    }
  }

  private void target(String key) {
    if (!targets.add(key)) {
      add(key, Rule.TARGET_TWICE, "is set, copied or renamed to more than once");
    }
    if (base.member(key) == null && !KeyName.allows(key)) {
      add(key, Rule.KEY_NAME, "is no name for a new key; allowed are " + KeyName.ALLOWED);
    }
  }

  private void source(String key) {
    if (!sources.add(key)) {
      add(key, Rule.SOURCE_TWICE, "is deleted or renamed more than once");
    }
    if (base.member(key) == null) {
      add(key, Rule.NO_SUCH_KEY, "is not there");
    }
  }

  private void add(String key, Rule rule, String words) {
    problems.add(Problem.of(key, rule, words));
  }
}
