package io.countersign.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.property.Cases;
import io.countersign.revision.Nonce;
import io.countersign.revision.Sealing;
import io.countersign.sample.Any;
import io.countersign.vault.Proposals;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Proposed values, cut into parts that Secrets Manager takes. */
class SealingJsonTest {
  private static Sealing sealing(RandomGenerator random, @Nullable String text) {
    return new Sealing(Nonce.from(random), Nonce.from(random), Nonce.from(random), text);
  }

  private static void kept(List<Sealing> sealings) {
    List<String> parts = SealingJson.write(sealings);
    for (String part : parts) {
      assertThat(part.getBytes(UTF_8).length).isBetween(1, Proposals.LARGEST);
      assertThat(new String(part.getBytes(UTF_8), UTF_8)).isEqualTo(part);
    }
    List<Sealing> read = SealingJson.read(parts);
    assertThat(read).hasSameSizeAs(sealings);
    for (int i = 0; i < read.size(); i++) {
      assertThat(read.get(i).text()).isEqualTo(sealings.get(i).text());
      assertThat(read.get(i).value().hex()).isEqualTo(sealings.get(i).value().hex());
      assertThat(read.get(i).base().hex()).isEqualTo(sealings.get(i).base().hex());
      assertThat(read.get(i).target().hex()).isEqualTo(sealings.get(i).target().hex());
    }
  }

  @Test
  void hostileTextsAreKeptAndEveryPartFits() {
    Cases.each(
        40,
        random -> {
          List<Sealing> sealings =
              Any.list(
                  random,
                  6,
                  () ->
                      sealing(
                          random,
                          Any.maybe(random, () -> Any.text(random, random.nextInt(16_000)))));
          kept(sealings);
        });
  }

  @Test
  void noCharacterIsCutInTwoAtTheEdgeOfAPart() {
    RandomGenerator random = RandomGenerator.getDefault();
    for (int shift = 0; shift < 8; shift++) {
      kept(List.of(sealing(random, "x".repeat(shift) + "\ud834\udd1e".repeat(40_000))));
    }
  }

  @Test
  void asMuchAsARequestMayHoldIsKept() {
    RandomGenerator random = RandomGenerator.getDefault();
    kept(
        List.of(
            sealing(random, "\0".repeat(65_536)),
            sealing(random, "\"".repeat(65_536)),
            sealing(random, "\u20ac".repeat(21_845))));
    kept(List.of());
  }

  @Test
  void anotherFormatOrALostPartIsRefused() {
    RandomGenerator random = RandomGenerator.getDefault();
    assertThatThrownBy(() -> SealingJson.read(List.of("{\"format\":2,\"entries\":[]}")))
        .isInstanceOf(IllegalArgumentException.class);
    List<String> parts = SealingJson.write(List.of(sealing(random, "x".repeat(100_000))));
    assertThat(parts).hasSize(2);
    assertThatThrownBy(() -> SealingJson.read(parts.subList(0, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
