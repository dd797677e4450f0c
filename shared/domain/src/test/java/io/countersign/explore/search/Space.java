package io.countersign.explore.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is searched.
 *
 * @param <S> a state; it can be taken apart into parts, most of which it shares with its neighbours
 * @param <D> what leads from one state to the next
 */
public interface Space<S, D> {
  /** Where it begins. */
  S start();

  /** All that may happen next, in an order that depends on the state alone. */
  List<Step<S, D>> next(S from);

  /** The parts of a state, always as many; equal parts make equal states. */
  @Nullable Object[] apart(S state);

  /** The state of these parts. */
  S together(@Nullable Object[] parts);

  /**
   * One step.
   *
   * @param deed what happens
   * @param after what comes of it
   */
  record Step<S, D>(D deed, S after) {}
}
