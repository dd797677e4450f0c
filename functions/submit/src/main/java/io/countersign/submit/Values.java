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
import org.jspecify.annotations.Nullable;

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

  /** Writes a batch of its own for the revision, if it has anything of its own. */
  List<Part> write(Revision revision, List<Sealing> sealings) {
    if (sealings.isEmpty()) {
      return List.of();
    }
    List<Part> parts = new ArrayList<>();
    for (String text : SealingJson.write(sealings)) {
      String name = revision.request() + "/" + revision.token() + "/" + parts.size();
      parts.add(
          new Part(name, proposals.write(name, Token.of(name, revision.digest().hex()), text)));
    }
    return parts;
  }

  /**
   * Takes back what a revision holds; what stays behind, tick sweeps.
   *
   * @param but what this one holds too stays, or null
   */
  void drop(Revision revision, @Nullable Revision but) {
    List<String> names = new ArrayList<>(revision.partNames());
    if (but != null) {
      names.removeAll(but.partNames());
    }
    try {
      proposals.delete(names);
    } catch (Unavailable e) {
      Log.fault("drop", e);
    }
  }
}
