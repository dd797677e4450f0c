package io.countersign.wire;

import io.countersign.directory.GroupId;
import io.countersign.directory.PersonId;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.json.Json;
import io.countersign.policy.Bypass;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Who may bypass a policy, as people write it and as it is stored; absent is nobody. */
public final class BypassJson {
  private enum Who {
    ANYONE,
    CHOSEN
  }

  private BypassJson() {}

  static Json write(Bypass bypass) {
    return switch (bypass) {
      case Bypass.Off _ -> new Json.Null();
      case Bypass.Anyone _ -> Json.object().put("who", Who.ANYONE.name()).build();
      case Bypass.Chosen(SortedSet<PersonId> people, SortedSet<GroupId> groups) ->
          Json.object()
              .put("who", Who.CHOSEN.name())
              .put("people", Json.texts(people))
              .put("groups", Json.texts(groups))
              .build();
    };
  }

  /**
   * Reads the member {@code bypass}.
   *
   * @throws InvalidField also for a list that is empty, or that is beside {@code ANYONE}
   */
  public static Bypass read(Fields json) {
    Fields bypass = json.optionalObject("bypass");
    return bypass == null ? new Bypass.Off() : of(bypass);
  }

  private static Bypass of(Fields json) {
    Who who = json.choice("who", Who.class);
    String listed = json.has("people") ? "people" : json.has("groups") ? "groups" : null;
    SortedSet<PersonId> people = PartsJson.sorted(json.typedList("people", PersonId::new));
    SortedSet<GroupId> groups = PartsJson.sorted(json.typedList("groups", GroupId::new));
    json.end();
    return switch (who) {
      case ANYONE -> anyone(json, listed);
      case CHOSEN -> {
        if (people.isEmpty() && groups.isEmpty()) {
          throw new InvalidField(
              json.at("people"), "nobody", "must name somebody, or groups must: else leave it out");
        }
        yield new Bypass.Chosen(people, groups);
      }
    };
  }

  private static Bypass anyone(Fields json, @Nullable String listed) {
    if (listed != null) {
      throw new InvalidField(json.at(listed), "anyone", "must not be there when anyone may bypass");
    }
    return new Bypass.Anyone();
  }
}
