package io.countersign.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.proposal.Proposed.Gone;
import io.countersign.proposal.Proposed.Moved;
import io.countersign.proposal.Proposed.Value;
import org.junit.jupiter.api.Test;

/** What a reveal shows of one key. */
class ProposedTest {
  private static final String DOCUMENT = "{\"a\":\"1\",\"b\":2,\"c\":null}";

  @Test
  void eachOperationSaysWhatBecomesOfItsKeys() {
    Wanted wanted = Asked.nothing().set("a", "new").delete("c").rename("b", "d").wanted(DOCUMENT);
    assertThat(Proposed.of(wanted, "a")).isEqualTo(new Value("new"));
    assertThat(Proposed.of(wanted, "b")).isEqualTo(new Gone());
    assertThat(Proposed.of(wanted, "c")).isEqualTo(new Gone());
    assertThat(Proposed.of(wanted, "d")).isEqualTo(new Moved("b"));
    assertThat(Proposed.of(wanted, "e")).isNull();
  }

  @Test
  void aKeyThatIsMovedAwayMayGetAnotherValue() {
    Wanted swap = Asked.nothing().rename("a", "b").rename("b", "a").wanted(DOCUMENT);
    assertThat(Proposed.of(swap, "a")).isEqualTo(new Moved("b"));
    assertThat(Proposed.of(swap, "b")).isEqualTo(new Moved("a"));
    Wanted onto = Asked.nothing().delete("c").rename("a", "c").set("a", "new").wanted(DOCUMENT);
    assertThat(Proposed.of(onto, "c")).isEqualTo(new Moved("a"));
    assertThat(Proposed.of(onto, "a")).isEqualTo(new Value("new"));
  }

  @Test
  void aDocumentThatGoesTakesItsKeysWithIt() {
    Wanted removal = Asked.removal(DOCUMENT);
    assertThat(Proposed.of(removal, "a")).isEqualTo(new Gone());
    assertThat(Proposed.of(removal, "other")).isNull();
  }
}
