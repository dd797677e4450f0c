package io.countersign.property;

import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Runs a property on many generated cases, and prints how many. The seeds are the same on every
 * run; {@code -Dcountersign.seed=n} begins with another one, so that a failed case comes first.
 */
public final class Cases {
  private static final long SEED = Long.getLong("countersign.seed", 20_260_101L);
  private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private static final String OWN = Cases.class.getName();

  private Cases() {}

  /** Runs the property so many times; a failure names the seed of its case. */
  public static void each(int count, Consumer<RandomGenerator> property) {
    System.out.printf("%s: %d cases from seed %d%n", caller(), count, SEED);
    for (long seed = SEED; seed < SEED + count; seed++) {
      try {
        property.accept(GENERATORS.create(seed));
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError(
            "run again with -Dcountersign.seed=" + seed + ": " + failure.getMessage(), failure);
      }
    }
  }

  private static String caller() {
    return StackWalker.getInstance()
        .walk(frames -> frames.filter(each -> !each.getClassName().equals(OWN)).findFirst())
        .map(each -> each.getClassName().replaceFirst(".*\\.", "") + "." + each.getMethodName())
        .orElseThrow();
  }

  /** One of the things, each as likely as the others. */
  public static <T> T oneOf(RandomGenerator random, List<T> things) {
    return things.get(random.nextInt(things.size()));
  }
}
