package io.countersign.query.reading;

import io.countersign.json.InvalidField;
import org.jspecify.annotations.Nullable;

/** What every list takes of its caller: where to begin, and how many. */
public final class Paging {
  private Paging() {}

  /**
   * How many are asked for.
   *
   * @throws InvalidField unless it is 1 to {@code most}, itself at most 999
   */
  public static int limit(String limit, int most) {
    if (limit.matches("[1-9][0-9]{0,2}") && Integer.parseInt(limit) <= most) {
      return Integer.parseInt(limit);
    }
    throw new InvalidField("limit", "range", "must be 1 to " + most);
  }

  /**
   * The place of a cursor that was read.
   *
   * @throws InvalidField for null: it is none of ours
   */
  public static <T> T place(@Nullable T read) {
    if (read == null) {
      throw new InvalidField("cursor", "cursor", "must be one that a list has given");
    }
    return read;
  }
}
