package io.countersign.merge;

import io.countersign.vault.Seen;

/** Why a secret must not be written just now, in words that follow its name. */
final class Held {
  private Held() {}

  static String words(Seen.Hindrance hindrance) {
    return switch (hindrance) {
      case ROTATING -> "is being rotated just now; merge again when the rotation is over";
      case CROWDED ->
          "was written more often within a day than AWS keeps versions of; merge again later";
      case MANAGED -> "is managed by another AWS service and read-only here";
      case REPLICA -> "is a replica of a secret in another region and read-only here";
    };
  }
}
