package io.countersign.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What holds a value never shows it where it is written out by accident. */
class SecrecyTest {
  private static final String SECRET = "s3cr3t-value";

  @Test
  void noTextOfAnyOfThemHasTheValue() {
    Asked asked = Asked.nothing().set("PASSWORD", SECRET);
    Wanted wanted = asked.wanted("{}");
    assertThat(asked.change()).hasToString("OfKeys[prod:/db, 1 operations]");
    assertThat(wanted.wants().getFirst().sealing()).hasToString("Sealing");
    assertThat(Proposed.of(wanted, "PASSWORD")).hasToString("Value");
    assertThat(wanted.toString()).isNotBlank().doesNotContain(SECRET);
    assertThat(wanted.wants().getFirst().sealing().bound().toString()).matches("[0-9a-f]{64}");
    assertThat(asked.drafted("{}").toString()).doesNotContain(SECRET);
  }
}
