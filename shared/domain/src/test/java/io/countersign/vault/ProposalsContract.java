package io.countersign.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.countersign.name.Token;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Proposals} promises. Each test has a place of its own, empty at first. */
public abstract class ProposalsContract {
  private static final String NAME = "payments-1/0123456789abcdef/0";
  private static final String OTHER_NAME = "payments-1/0123456789abcdef/1";
  private static final String TOKEN = Token.of("first");
  private static final String OTHER_TOKEN = Token.of("second");
  private static final int MORE_THAN_A_PAGE = 103;

  private Proposals proposals = new FakeProposals(InstantSource.system());

  protected abstract Proposals proposals();

  @BeforeEach
  void begin() {
    proposals = proposals();
  }

  @Test
  void whatWasWrittenIsReadByTheVersionThatCameBack() {
    String version = proposals.write(NAME, TOKEN, "text");
    assertThat(proposals.read(NAME, version)).isEqualTo("text");
  }

  @Test
  void writingAgainWithTheSameTokenFindsIt() {
    String version = proposals.write(NAME, TOKEN, "text");
    assertThat(proposals.write(NAME, TOKEN, "text")).isEqualTo(version);
    assertThat(proposals.read(NAME, version)).isEqualTo("text");
  }

  @Test
  void aTokenNeverMeansTwoTexts() {
    String version = proposals.write(NAME, TOKEN, "text");
    assertThatThrownBy(() -> proposals.write(NAME, TOKEN, "hunter2"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("hunter2");
    assertThat(proposals.read(NAME, version)).isEqualTo("text");
  }

  @Test
  void anotherTokenWritesBesideWhatIsThere() {
    String first = proposals.write(NAME, TOKEN, "text");
    String second = proposals.write(NAME, OTHER_TOKEN, "other");
    assertThat(proposals.read(NAME, first)).isEqualTo("text");
    assertThat(proposals.read(NAME, second)).isEqualTo("other");
    assertThat(proposals.write(NAME, TOKEN, "text")).isEqualTo(first);
  }

  @Test
  void whatIsNotThereReadsAsNothing() {
    assertThat(proposals.read(NAME, TOKEN)).isNull();
    proposals.write(NAME, TOKEN, "text");
    assertThat(proposals.read(NAME, OTHER_TOKEN)).isNull();
    assertThat(proposals.read(OTHER_NAME, TOKEN)).isNull();
  }

  @Test
  void whatIsDeletedIsGoneAtOnceAndOthersStay() {
    String version = proposals.write(NAME, TOKEN, "text");
    String other = proposals.write(OTHER_NAME, TOKEN, "other");
    proposals.delete(List.of(NAME));
    assertThat(proposals.read(NAME, version)).isNull();
    assertThat(proposals.read(OTHER_NAME, other)).isEqualTo("other");
    assertThat(proposals.list()).containsOnlyKeys(OTHER_NAME);
  }

  @Test
  void deletingWhatIsNotThereIsNoFault() {
    proposals.write(OTHER_NAME, TOKEN, "text");
    proposals.delete(List.of(NAME, OTHER_NAME));
    proposals.delete(List.of(NAME, OTHER_NAME));
    assertThat(proposals.list()).isEmpty();
  }

  @Test
  void theListTellsWhenEachWasWritten() {
    Instant before = Instant.now();
    proposals.write(NAME, TOKEN, "text");
    assertThat(proposals.list())
        .hasEntrySatisfying(
            NAME,
            at ->
                assertThat(at)
                    .isBetween(before.minus(Duration.ofSeconds(2)), Instant.now().plusSeconds(2)));
  }

  @Test
  void anotherTextUnderAnOldNameIsAsYoungAsItIs() {
    proposals.write(NAME, TOKEN, "text");
    Instant old = Instant.now().plusMillis(1_500);
    await().until(() -> Instant.now().isAfter(old));
    Instant before = Instant.now();
    proposals.write(NAME, OTHER_TOKEN, "other");
    assertThat(proposals.list())
        .hasEntrySatisfying(
            NAME, at -> assertThat(at).isAfter(before.minus(Duration.ofSeconds(1))));
  }

  @Test
  void theListHoldsAllHoweverMany() {
    List<String> names =
        IntStream.range(0, MORE_THAN_A_PAGE).mapToObj(n -> "payments-1/token/" + n).toList();
    names.forEach(name -> proposals.write(name, TOKEN, "text"));
    assertThat(proposals.list()).containsOnlyKeys(names);
  }

  @Test
  void aTextMayBeAsLongAsPromisedAndNoLonger() {
    String largest = "é".repeat(Proposals.LARGEST / 2);
    assertThat(proposals.read(NAME, proposals.write(NAME, TOKEN, largest))).isEqualTo(largest);
    assertThatThrownBy(() -> proposals.write(OTHER_NAME, TOKEN, largest + "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
