package io.countersign.explore.rules;

import io.countersign.explore.search.Space;
import io.countersign.rule.Basis;
import io.countersign.rule.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that Ada may try, as herself, as Alt and by Bot: asking, revising, voting and merging, while
 * others make the policy stricter, Bob agrees to what he does, and a merge that was decided is
 * committed later or never.
 */
final class Life implements Space<Scene, Deed> {
  private static final List<String> HERS = List.of(Cast.ADA, Cast.ALT, "bot");
  private static final Set<String> FAR =
      Set.of("rename", "lower", "delete", "accomplice", "own governance", "deactivate Bob");
  private static final Set<String> PAIRED =
      Set.of("twin", "delete", "delete twin", "lower", "accomplice");

  /** What Bob agrees to. */
  enum Play {
    /** To another name, and to nothing else. */
    ALONE(2),
    /** To whatever loosens nothing when he looks at it; Ada tries what may loosen together. */
    TOGETHER(3);

    private final int moves;

    Play(int moves) {
      this.moves = moves;
    }

    /** How many things Ada asks for, in the tests. */
    int moves() {
      return moves;
    }
  }

  private final Play play;
  private final Engine engine;
  private final int moves;

  Life(Play play, Engine engine, int moves) {
    this.play = play;
    this.engine = engine;
    this.moves = moves;
  }

  @Override
  public Scene start() {
    return new Scene(Cast.start(), 0, false, null, null, moves, null);
  }

  @Override
  public List<Step<Scene, Deed>> next(Scene scene) {
    List<Step<Scene, Deed>> steps = new ArrayList<>();
    if (!scene.strict()) {
      add(steps, "others make it stricter", scene.stricter(Cast.stricter(scene.basis())));
    }
    Deed under = scene.under();
    if (under != null) {
      add(steps, "crash before: " + under, scene.under(null));
      add(steps, under.name(), engine.committed(scene.under(null), under));
    }
    for (int number = 1; number <= 2; number++) {
      wishes(scene, number, steps);
      votes(scene, number, steps);
      merges(scene, number, steps);
    }
    return steps;
  }

  /** Each wish as a first request; of a second one, and in place of another, those that go far. */
  private void wishes(Scene scene, int number, List<Step<Scene, Deed>> steps) {
    if (scene.moves() == 0 || (number == 2 && scene.first() == null)) {
      return;
    }
    boolean first = number == 1 && scene.kept(number) == null;
    for (Map.Entry<String, List<Edit>> wish : Cast.wishes(scene.basis()).entrySet()) {
      boolean far = FAR.contains(wish.getKey());
      if (play == Play.ALONE ? first || far : PAIRED.contains(wish.getKey())) {
        for (String author : play == Play.ALONE ? HERS : HERS.subList(0, 1)) {
          String what = author + ": " + wish.getKey() + " " + number;
          if (scene.kept(number) == null) {
            add(steps, what, engine.proposed(scene, number, author, wish.getValue()));
          } else {
            add(steps, what + " instead", engine.revised(scene, number, author, wish.getValue()));
          }
        }
      }
    }
  }

  private void votes(Scene scene, int number, List<Step<Scene, Deed>> steps) {
    Scene.Kept kept = scene.kept(number);
    if (kept == null) {
      return;
    }
    for (String voter : HERS) {
      add(steps, voter + " approves " + number, engine.voted(scene, number, voter));
    }
    if (agreeable(scene.basis(), kept.revision().edits())) {
      add(steps, "bob approves " + number, engine.voted(scene, number, "bob"));
    }
  }

  private boolean agreeable(Basis basis, List<Edit> edits) {
    return switch (play) {
      case ALONE -> edits.equals(Cast.renamed(basis));
      case TOGETHER -> Promise.broken(basis, basis.with(edits)).isEmpty();
    };
  }

  private void merges(Scene scene, int number, List<Step<Scene, Deed>> steps) {
    for (String merger : HERS) {
      Deed deed = engine.merging(scene, number, merger);
      if (deed != null) {
        add(steps, deed.name(), engine.committed(scene, deed));
        if (scene.under() == null && merger.equals(Cast.ADA)) {
          add(steps, "decided: " + deed, scene.under(deed));
        }
      }
    }
  }

  private static void add(List<Step<Scene, Deed>> steps, String name, @Nullable Scene after) {
    if (after != null) {
      steps.add(new Step<>(Deed.of(name), after));
    }
  }

  @Override
  public @Nullable Object[] apart(Scene scene) {
    return new @Nullable Object[] {
      scene.basis(),
      scene.counter(),
      scene.strict(),
      scene.first(),
      scene.second(),
      scene.moves(),
      scene.under()
    };
  }

  @Override
  public Scene together(@Nullable Object[] parts) {
    return new Scene(
        (Basis) Objects.requireNonNull(parts[0]),
        (Integer) Objects.requireNonNull(parts[1]),
        (Boolean) Objects.requireNonNull(parts[2]),
        (Scene.@Nullable Kept) parts[3],
        (Scene.@Nullable Kept) parts[4],
        (Integer) Objects.requireNonNull(parts[5]),
        (@Nullable Deed) parts[6]);
  }
}
