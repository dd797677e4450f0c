package io.countersign.explore.access;

import io.countersign.directory.Grant;
import io.countersign.request.Request;
import io.countersign.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * All there is at one moment.
 *
 * @param first the request that asks for the access
 * @param second the one that asks to extend it, or null before it is made
 * @param grant the access as the store has it, or null before it is given and after its end
 * @param last the same as it was last, also once it has ended: nobody but a broken guard sees it
 * @param counter that stands for the policies and the grants
 * @param strict whether the policy was made stricter
 * @param turn how often the clock has gone on
 * @param votes how many are still cast
 * @param under what somebody has decided and not committed yet, or null
 */
record Scene(
    Kept first,
    @Nullable Kept second,
    @Nullable Grant grant,
    @Nullable Grant last,
    int counter,
    boolean strict,
    int turn,
    int votes,
    @Nullable Deed under) {
  /** A request as the store has it. */
  record Kept(Request request, Revision revision, int version) {}

  @Nullable Kept kept(int number) {
    return number == 1 ? first : second;
  }

  Scene with(int number, @Nullable Kept next) {
    return number == 1 && next != null
        ? new Scene(next, second, grant, last, counter, strict, turn, votes, under)
        : new Scene(first, next, grant, last, counter, strict, turn, votes, under);
  }

  /** With that access in the store. */
  Scene with(@Nullable Grant now, boolean counted) {
    return new Scene(
        first,
        second,
        now,
        now == null ? last : now,
        counted ? counter + 1 : counter,
        strict,
        turn,
        votes,
        under);
  }

  Scene stricter() {
    return new Scene(first, second, grant, last, counter + 1, true, turn, votes, under);
  }

  Scene later() {
    return new Scene(first, second, grant, last, counter, strict, turn + 1, votes, under);
  }

  Scene voted() {
    return new Scene(first, second, grant, last, counter, strict, turn, votes - 1, under);
  }

  Scene under(@Nullable Deed next) {
    return new Scene(first, second, grant, last, counter, strict, turn, votes, next);
  }
}
