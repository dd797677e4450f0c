package io.countersign.vault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The line between a caller and a fake: it notes every call and breaks where a test wants it to.
 */
public final class Line {
  /** When a call fails: before it took effect, or after, so that only its answer is lost. */
  public enum Break {
    BEFORE,
    AFTER
  }

  private final List<String> calls = new ArrayList<>();
  private final Map<Integer, Break> breaks = new HashMap<>();

  /** The n-th call from the beginning fails, counted from 1. */
  public void breakAt(int call, Break when) {
    breaks.put(call, when);
  }

  /** The next call fails. */
  public void breakNext(Break when) {
    breakAt(calls.size() + 1, when);
  }

  /** All calls so far: the method and what it was about, without texts. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  <T extends @Nullable Object> T call(String call, Supplier<T> effect) {
    calls.add(call);
    Break when = breaks.get(calls.size());
    if (when == Break.BEFORE) {
      throw new VaultUnavailable(call + ": broken before");
    }
    T result = effect.get();
    if (when == Break.AFTER) {
      throw new VaultUnavailable(call + ": broken after");
    }
    return result;
  }

  void run(String call, Runnable effect) {
    this.<@Nullable Void>call(
        call,
        () -> {
          effect.run();
          return null;
        });
  }
}
