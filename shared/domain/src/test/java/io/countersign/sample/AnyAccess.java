package io.countersign.sample;

import io.countersign.directory.Grant;
import io.countersign.directory.GrantId;
import io.countersign.directory.Permission;
import io.countersign.name.PathGlob;
import io.countersign.policy.Target;
import io.countersign.project.EnvironmentId;
import io.countersign.property.Cases;
import io.countersign.revision.Entitlement;
import io.countersign.revision.Scope;
import io.countersign.revision.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Random access, as it is asked for and as it is given. */
public final class AnyAccess {
  private AnyAccess() {}

  public static Entitlement entitlement(RandomGenerator random) {
    return new Entitlement(
        place(random),
        actions(random),
        new Window(
            Any.maybe(random, () -> Any.instant(random)),
            Any.maybe(random, () -> Any.instant(random)),
            Duration.ofSeconds(60 + random.nextInt(1_000_000))),
        Any.maybe(random, () -> id(random)));
  }

  public static Grant grant(RandomGenerator random) {
    Target place = place(random);
    return new Grant(
        id(random),
        Any.person(random),
        place.environment(),
        place.path(),
        actions(random),
        Any.instant(random),
        Any.instant(random));
  }

  /** What a request of any kind is about. */
  public static Scope scope(RandomGenerator random) {
    return switch (random.nextInt(3)) {
      case 0 -> new Scope.OfAccess(entitlement(random));
      case 1 -> AnyEdit.scope(random);
      default -> new Scope.OfDocuments(Any.list(random, 3, () -> Any.document(random)));
    };
  }

  /** Each differs from it in one thing that a voter has agreed to. */
  public static List<Entitlement> neighbours(Entitlement of) {
    Target place = of.place();
    Window window = of.window();
    SortedSet<Permission> others = new TreeSet<>(Entitlement.GRANTABLE);
    if (of.actions().equals(others)) {
      others.removeFirst();
    }
    Instant time = Instant.parse("2001-01-01T00:00:00Z");
    GrantId grant = new GrantId("another-1");
    return List.of(
        with(of, new Target(new EnvironmentId("elsewhere"), place.path())),
        with(of, new Target(place.environment(), new PathGlob("/quite/another"))),
        new Entitlement(place, others, window, of.extending()),
        with(of, new Window(time, window.end(), window.lasts())),
        with(of, new Window(window.start(), time, window.lasts())),
        with(of, new Window(window.start(), window.end(), window.lasts().plusSeconds(1))),
        new Entitlement(place, of.actions(), window, of.extending() == null ? grant : null));
  }

  private static Entitlement with(Entitlement of, Target place) {
    return new Entitlement(place, of.actions(), of.window(), of.extending());
  }

  private static Entitlement with(Entitlement of, Window window) {
    return new Entitlement(of.place(), of.actions(), window, of.extending());
  }

  private static GrantId id(RandomGenerator random) {
    return new GrantId(Any.request(random).toString());
  }

  private static Target place(RandomGenerator random) {
    return new Target(
        new EnvironmentId(Cases.oneOf(random, List.of("prod", "staging"))),
        new PathGlob(Cases.oneOf(random, List.of("/**", "/db", "/db/**", "/a/*/b"))));
  }

  private static SortedSet<Permission> actions(RandomGenerator random) {
    SortedSet<Permission> actions = new TreeSet<>();
    actions.add(Cases.oneOf(random, List.copyOf(Entitlement.GRANTABLE)));
    actions.add(Cases.oneOf(random, List.copyOf(Entitlement.GRANTABLE)));
    return actions;
  }
}
