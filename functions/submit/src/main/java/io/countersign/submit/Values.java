package io.countersign.submit;

import io.countersign.edge.log.Log;
import io.countersign.fault.Unavailable;
import io.countersign.name.Token;
import io.countersign.revision.Part;
import io.countersign.revision.Revision;
import io.countersign.revision.Sealing;
import io.countersign.vault.Proposals;
import io.countersign.wire.SealingJson;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Puts proposed values where they belong, and takes them back. */
final class Values {
  private static final int TOKEN_BYTES = 16;

  private final Proposals proposals;
  private final Supplier<RandomGenerator> chance;

  /**
   * Writes values.
   *
   * @param chance asked in the call only, so that no snapshot holds a seed
   */
  Values(Proposals proposals, Supplier<RandomGenerator> chance) {
    this.proposals = proposals;
    this.chance = chance;
  }

  RandomGenerator random() {
    return chance.get();
  }

  /** A revision token that nobody can guess. */
  String newToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    chance.get().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  List<Part> write(Revision revision, List<Sealing> sealings) {
    List<Part> parts = new ArrayList<>();
    for (String text : SealingJson.write(sealings)) {
      String name = revision.request() + "/" + revision.token() + "/" + parts.size();
      parts.add(
          new Part(name, proposals.write(name, Token.of(name, revision.digest().hex()), text)));
    }
    return parts;
  }

  /** After a transaction that did not go through; what stays behind, tick sweeps. */
  void drop(Revision revision) {
    try {
      proposals.delete(revision.partNames());
    } catch (Unavailable e) {
      Log.fault("drop", e);
    }
  }
}
