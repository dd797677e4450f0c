package io.countersign.explore.rules;

import io.countersign.request.Request;
import io.countersign.revision.Revision;
import io.countersign.rule.Basis;
import org.jspecify.annotations.Nullable;

/**
 * All there is at one moment.
 *
 * @param basis the rules and people as they are
 * @param counter that stands for them
 * @param strict whether others have made the policy stricter
 * @param first the first request for other rules that there is, or null
 * @param second the second one, or null
 * @param moves how many more are asked for
 * @param under what somebody has decided and not committed yet, or null
 */
record Scene(
    Basis basis,
    int counter,
    boolean strict,
    @Nullable Kept first,
    @Nullable Kept second,
    int moves,
    @Nullable Deed under) {
  /** A request as the store has it. */
  record Kept(Request request, Revision revision) {}

  @Nullable Kept kept(int number) {
    return number == 1 ? first : second;
  }

  Scene with(int number, @Nullable Kept kept) {
    return new Scene(
        basis,
        counter,
        strict,
        number == 1 ? kept : first,
        number == 2 ? kept : second,
        moves,
        under);
  }

  Scene with(Basis next) {
    return new Scene(next, counter + 1, strict, first, second, moves, under);
  }

  Scene stricter(Basis next) {
    return new Scene(next, counter + 1, true, first, second, moves, under);
  }

  Scene moved() {
    return new Scene(basis, counter, strict, first, second, moves - 1, under);
  }

  Scene under(@Nullable Deed next) {
    return new Scene(basis, counter, strict, first, second, moves, next);
  }
}
