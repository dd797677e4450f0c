package io.countersign.explore.access;

import io.countersign.directory.Grant;
import io.countersign.explore.search.Space;
import io.countersign.policy.Rules;
import io.countersign.request.Command;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Requests;
import io.countersign.request.Status;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that may happen. Everybody reads, decides and commits; between the reading of one and their
 * commit, which may never come, everything else may happen. Each clock is wrong by up to five
 * minutes.
 */
final class Life implements Space<Scene, Deed> {
  private static final int TURNS = 3;
  private static final int VOTES = 2;
  private static final List<Duration> WRONG =
      List.of(Duration.ofMinutes(-5), Duration.ofMinutes(5));

  private final Engine engine;

  Life(Engine engine) {
    this.engine = engine;
  }

  @Override
  public Scene start() {
    Instant now = Cast.time(0);
    Rules rules = Cast.rules(false, null, now);
    Scene.Kept first = Objects.requireNonNull(submitted(1, rules, now));
    return new Scene(first, null, null, null, 0, false, 0, VOTES, null);
  }

  private static Scene.@Nullable Kept submitted(int number, Rules rules, Instant now) {
    Revision revision = Cast.revision(number, rules, now);
    Command submit = new Command.Submit(People.actor(Cast.HOLDER), revision, rules, Cast.PEOPLE);
    return Requests.decide(null, submit, now) instanceof Outcome.Accepted(List<Event> events)
        ? new Scene.Kept(Requests.evolve(revision.request(), null, events, now), revision, 1)
        : null;
  }

  @Override
  public List<Step<Scene, Deed>> next(Scene scene) {
    List<Step<Scene, Deed>> steps = new ArrayList<>();
    if (scene.turn() < TURNS) {
      steps.add(new Step<>(Deed.around("the clock goes on"), scene.later()));
    }
    if (!scene.strict()) {
      steps.add(new Step<>(Deed.around("the policy is made stricter"), scene.stricter()));
    }
    Deed under = scene.under();
    if (under != null) {
      steps.add(new Step<>(Deed.around("crash before: " + under), scene.under(null)));
      commit(scene.under(null), under, steps);
    }
    for (int number = 1; number <= 2; number++) {
      votes(scene, number, steps);
    }
    extension(scene, Cast.time(scene.turn()), steps);
    for (Duration wrong : WRONG) {
      Instant now = Cast.time(scene.turn()).plus(wrong);
      for (Deed deed : decided(scene, now)) {
        commit(scene, deed, steps);
        if (under == null) {
          steps.add(new Step<>(Deed.around("decides: " + deed), scene.under(deed)));
        }
      }
    }
    return steps;
  }

  private void commit(Scene scene, Deed deed, List<Step<Scene, Deed>> steps) {
    Scene after = engine.committed(scene, deed);
    if (after != null) {
      steps.add(new Step<>(deed.happened(), after));
    }
  }

  private void votes(Scene scene, int number, List<Step<Scene, Deed>> steps) {
    Scene.Kept kept = scene.kept(number);
    if (kept == null || kept.request().status() != Status.OPEN || scene.votes() == 0) {
      return;
    }
    vote(scene, number, "amy", Decision.APPROVE, null, steps);
    vote(scene, number, "bob", Decision.APPROVE, Cast.SHORT, steps);
    vote(scene, number, "amy", Decision.RETRACT, null, steps);
    vote(scene, number, "bob", Decision.RETRACT, null, steps);
  }

  private void vote(
      Scene scene,
      int number,
      String voter,
      Decision decision,
      @Nullable Duration lasting,
      List<Step<Scene, Deed>> steps) {
    Scene after = engine.vote(scene, number, voter, decision, lasting);
    if (!after.equals(scene)) {
      steps.add(new Step<>(Deed.around(voter + ": " + decision), after));
    }
  }

  private static void extension(Scene scene, Instant now, List<Step<Scene, Deed>> steps) {
    Grant grant = scene.grant();
    if (grant == null || scene.second() != null) {
      return;
    }
    Scene.Kept second = submitted(2, Cast.rules(scene.strict(), grant, now), now);
    if (second != null) {
      steps.add(new Step<>(Deed.around("dan asks for more"), scene.with(2, second)));
    }
  }

  private List<Deed> decided(Scene scene, Instant now) {
    List<@Nullable Deed> deeds = new ArrayList<>();
    for (int number = 1; number <= 2; number++) {
      Scene.Kept kept = scene.kept(number);
      if (kept != null && kept.request().status() == Status.OPEN) {
        deeds.add(engine.decided(scene, "merge", number, now));
        deeds.add(engine.decided(scene, "bypass", number, now));
      }
    }
    if (scene.grant() != null) {
      deeds.add(engine.decided(scene, "revoke", 1, now));
      deeds.add(engine.decided(scene, "end", 1, now));
      deeds.add(engine.used(scene, Cast.HOLDER, now));
      deeds.add(engine.used(scene, "eve", now));
    }
    return deeds.stream().filter(Objects::nonNull).toList();
  }

  @Override
  public @Nullable Object[] apart(Scene scene) {
    return new @Nullable Object[] {
      scene.first(),
      scene.second(),
      scene.grant(),
      scene.last(),
      scene.counter(),
      scene.strict(),
      scene.turn(),
      scene.votes(),
      scene.under()
    };
  }

  @Override
  public Scene together(@Nullable Object[] parts) {
    return new Scene(
        (Scene.Kept) Objects.requireNonNull(parts[0]),
        (Scene.@Nullable Kept) parts[1],
        (@Nullable Grant) parts[2],
        (@Nullable Grant) parts[3],
        (Integer) Objects.requireNonNull(parts[4]),
        (Boolean) Objects.requireNonNull(parts[5]),
        (Integer) Objects.requireNonNull(parts[6]),
        (Integer) Objects.requireNonNull(parts[7]),
        (@Nullable Deed) parts[8]);
  }
}
