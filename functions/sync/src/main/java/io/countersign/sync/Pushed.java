package io.countersign.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of bringing something, where another try would come to the same.
 *
 * @param versionId what is there now, or null where nothing was brought
 * @param reason why it is not there as it should be, or null where it is
 * @param names the keys that are not held as they are in the document
 */
public record Pushed(@Nullable String versionId, @Nullable String reason, List<String> names) {
  /** It is there. */
  public static Pushed whole(String versionId) {
    return new Pushed(versionId, null, List.of());
  }

  /** There is nothing that could be brought, or nowhere to bring it to. */
  public static Pushed failed(String why) {
    return failed(null, why);
  }

  /** It cannot be there. */
  public static Pushed failed(@Nullable String versionId, String why) {
    return new Pushed(versionId, why, List.of());
  }
}
