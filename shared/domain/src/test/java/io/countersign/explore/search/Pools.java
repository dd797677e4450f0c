package io.countersign.explore.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the parts of states, so that a state is a few numbers and equal parts are stored once.
 */
final class Pools {
  private final List<Map<Object, Integer>> numbers = new ArrayList<>();
  private final List<List<@Nullable Object>> parts = new ArrayList<>();

  Pools(int width) {
    for (int i = 0; i < width; i++) {
      numbers.add(new HashMap<>());
      List<@Nullable Object> pool = new ArrayList<>();
      pool.add(null);
      parts.add(pool);
    }
  }

  /**
   * The numbers of a state's parts.
   *
   * @param near the parts of a state known already: what is the very same there needs no look-up
   * @param numbered their numbers
   */
  @SuppressWarnings("ReferenceEquality") // What is not the very same is looked up.
  int[] numbers(@Nullable Object[] state, @Nullable Object[] near, int[] numbered) {
    int[] vector = new int[state.length];
    for (int i = 0; i < state.length; i++) {
      vector[i] = state[i] == near[i] ? numbered[i] : number(i, state[i]);
    }
    return vector;
  }

  private int number(int column, @Nullable Object part) {
    if (part == null) {
      return 0;
    }
    Integer known = numbers.get(column).get(part);
    if (known != null) {
      return known;
    }
    List<@Nullable Object> pool = parts.get(column);
    numbers.get(column).put(part, pool.size());
    pool.add(part);
    return pool.size() - 1;
  }

  @Nullable Object[] parts(int[] vector) {
    @Nullable Object[] state = new @Nullable Object[vector.length];
    for (int i = 0; i < vector.length; i++) {
      state[i] = parts.get(i).get(vector[i]);
    }
    return state;
  }
}
