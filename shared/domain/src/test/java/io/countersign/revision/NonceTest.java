package io.countersign.revision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NonceTest {
  @Test
  void whatWasKeptIsTheSameAgain() {
    Nonce nonce = Nonce.from(new Random(7));
    assertThat(Nonce.of(nonce.hex()).hex()).isEqualTo(nonce.hex()).hasSize(64);
    byte[] value = "value".getBytes(UTF_8);
    assertThat(Nonce.of(nonce.hex()).bind(value)).isEqualTo(nonce.bind(value));
    assertThat(Nonce.from(new Random(8)).bind(value)).isNotEqualTo(nonce.bind(value));
  }

  /** RFC 4231, test case 2 has a short key; this is HMAC-SHA-256 under 32 zero bytes. */
  @Test
  void theBindingIsHmacSha256() {
    assertThat(Nonce.of("00".repeat(32)).bind(new byte[0]).hex())
        .isEqualTo("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
  }

  @Test
  void itHas32Bytes() {
    assertThatIllegalArgumentException().isThrownBy(() -> Nonce.of("00".repeat(31)));
    assertThatIllegalArgumentException().isThrownBy(() -> Nonce.of("00".repeat(33)));
    assertThatIllegalArgumentException().isThrownBy(() -> Nonce.of("zz".repeat(32)));
  }
}
