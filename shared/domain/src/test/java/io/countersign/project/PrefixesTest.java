package io.countersign.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.name.SecretPrefix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No prefix is the beginning of another's (design §1). */
class PrefixesTest {
  private static final Prefixes TAKEN =
      Prefixes.NONE.claimed(new SecretPrefix("prod/pay/"), "payments/prod");

  @ParameterizedTest
  @ValueSource(strings = {"prod/pay/", "prod/", "prod/pay/eu/", "prod/pay/eu/west/"})
  void whatBeginsLikeAnotherOrIsItsBeginningIsTaken(String prefix) {
    assertThat(TAKEN.rival(new SecretPrefix(prefix), "other/prod")).isEqualTo("payments/prod");
  }

  @ParameterizedTest
  @ValueSource(strings = {"prod/payments/", "prod/pa/", "pay/", "Prod/pay/", "/prod/pay/"})
  void whatOnlyLooksAlikeIsFree(String prefix) {
    assertThat(TAKEN.rival(prefix, "other/prod")).isNull();
  }

  @Test
  void itsOwnerHasItAndOnlyTheLastOne() {
    assertThat(TAKEN.rival(new SecretPrefix("prod/pay/eu/"), "payments/prod")).isNull();
    Prefixes moved = TAKEN.claimed(new SecretPrefix("prod/new/"), "payments/prod");
    assertThat(moved.rival(new SecretPrefix("prod/pay/"), "other/prod")).isNull();
    assertThat(moved.version()).isEqualTo(2);
    Prefixes both = TAKEN.claimed(new SecretPrefix("prod/shop/"), "shop/prod");
    assertThat(both.rival(new SecretPrefix("prod/pay/"), "other/prod")).isEqualTo("payments/prod");
  }

  @Test
  void whatOthersHaveStaysTheirs() {
    Prefixes both = TAKEN.claimed(new SecretPrefix("prod/web/"), "web/prod");
    assertThat(both.rival(new SecretPrefix("prod/pay/"), "other/prod")).isEqualTo("payments/prod");
    assertThat(both.rival(new SecretPrefix("prod/web/"), "other/prod")).isEqualTo("web/prod");
  }
}
