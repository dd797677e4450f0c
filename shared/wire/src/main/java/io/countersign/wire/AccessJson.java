package io.countersign.wire;

import io.countersign.directory.Grant;
import io.countersign.directory.GrantId;
import io.countersign.directory.Permission;
import io.countersign.directory.PersonId;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.name.PathGlob;
import io.countersign.policy.Target;
import io.countersign.project.EnvironmentId;
import io.countersign.revision.Entitlement;
import io.countersign.revision.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Access for a limited time, as it is asked for and as it was given. */
public final class AccessJson {
  private AccessJson() {}

  /** What is asked for. */
  public static Json write(Entitlement asked) {
    GrantId extending = asked.extending();
    return Json.object()
        .put("environment", asked.place().environment().value())
        .put("path", asked.place().path().value())
        .put("actions", codes(asked.actions()))
        .put("start", asked.window().start())
        .put("end", asked.window().end())
        .put("duration", asked.window().lasts().toString())
        .put("extends", text(extending))
        .build();
  }

  static Entitlement entitlement(Fields json) {
    return new Entitlement(
        new Target(
            json.typed("environment", EnvironmentId::new), json.typed("path", PathGlob::new)),
        actions(json),
        new Window(
            json.optionalTyped("start", Instant::parse),
            json.optionalTyped("end", Instant::parse),
            json.typed("duration", Duration::parse)),
        json.optionalTyped("extends", GrantId::new));
  }

  /** What was given. */
  public static Json.Obj write(Grant grant) {
    return Json.object()
        .put("id", grant.id().value())
        .put("holder", grant.holder().value())
        .put("environment", grant.environment().value())
        .put("path", grant.path().value())
        .put("actions", codes(grant.actions()))
        .put("begins", grant.begins())
        .put("ends", grant.ends())
        .build();
  }

  public static Grant grant(Json stored) {
    return grant(Fields.of(stored));
  }

  static Grant grant(Fields json) {
    return new Grant(
        json.typed("id", GrantId::new),
        json.typed("holder", PersonId::new),
        json.typed("environment", EnvironmentId::new),
        json.typed("path", PathGlob::new),
        actions(json),
        json.typed("begins", Instant::parse),
        json.typed("ends", Instant::parse));
  }

  private static SortedSet<Permission> actions(Fields json) {
    List<Permission> actions = json.typedList("actions", Permission::of);
    return PartsJson.sorted(actions);
  }

  private static Json codes(Collection<Permission> actions) {
    return Json.texts(actions.stream().map(Permission::code).toList());
  }

  /** The grant without which nothing would have been shown. */
  static @Nullable String text(@Nullable GrantId id) {
    return id == null ? null : id.value();
  }
}
