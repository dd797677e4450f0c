package io.countersign.vault;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.document.Document;
import io.countersign.name.Token;
import java.time.Instant;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Vault} promises. Each test has a secret name of its own. */
public abstract class VaultContract {
  private static final String LABEL = "countersign-staged";
  private static final String TEXT = "{\"KEY\":\"before\"}";
  private static final String OURS = "{\"KEY\":\"ours\"}";
  private static final String THEIRS = "{\"KEY\":\"theirs\"}";
  private static final String TOKEN = Token.of("first");
  private static final String OTHER_TOKEN = Token.of("second");

  private Vault vault = new FakeVault();
  private Outsider outsider = new FakeVault().outsider();
  private String name = "";

  protected abstract Vault vault();

  /** The names of the same secrets. */
  protected abstract Inventory inventory();

  /** Somebody else at the same secrets. */
  protected abstract Outsider outsider();

  /** A name that no other test uses. */
  protected abstract String freshName();

  @BeforeEach
  void begin() {
    vault = vault();
    outsider = outsider();
    name = freshName();
  }

  private Seen.Present present() {
    assertThat(vault.read(name)).isInstanceOf(Seen.Present.class);
    return (Seen.Present) vault.read(name);
  }

  @Test
  void aSecretThatNobodyMadeIsMissing() {
    assertThat(vault.read(name)).isEqualTo(new Seen.Missing());
  }

  @Test
  void secretsAreFoundByTheBeginningOfTheirNames() {
    outsider.create(name + "/b", TEXT);
    outsider.create(name + "/a", TEXT);
    outsider.create("other/" + name + "/c", TEXT);
    SortedMap<String, Instant> found = requireNonNull(inventory().under(name + "/"));
    assertThat(found.keySet()).containsExactly(name + "/a", name + "/b");
    assertThat(found.values()).doesNotContainNull();
    assertThat(inventory().under(name + "/b/")).isEmpty();
  }

  @Test
  void oneThatWaitsForItsDeletionIsNotFound() {
    vault.delete(outsider.create(name, TEXT));
    assertThat(inventory().under(name)).isEmpty();
  }

  @Test
  void aSecretThatNeverHadAVersionIsMissing() {
    outsider.createWithoutVersion(name);
    assertThat(vault.read(name)).isEqualTo(new Seen.Missing());
  }

  @Test
  void aSecretShowsItsCurrentVersionAndText() {
    String arn = outsider.create(name, TEXT);
    String current = requireNonNull(outsider.labels(name).get("AWSCURRENT"));
    assertThat(vault.read(name)).isEqualTo(new Seen.Present(arn, current, null, TEXT, null));
  }

  @Test
  void theVersionBeforeTheCurrentOneIsThePrevious() {
    String arn = outsider.create(name, TEXT);
    String base = present().current();
    String theirs = outsider.put(name, THEIRS);
    assertThat(vault.read(name)).isEqualTo(new Seen.Present(arn, theirs, base, THEIRS, null));
  }

  @Test
  void whatIsCurrentIsToldWithoutALookAtIt() {
    assertThat(vault.edition(name)).isNull();
    String arn = outsider.create(name, TEXT);
    assertThat(vault.edition(name)).isEqualTo(new Edition(arn, present().current()));
    String theirs = outsider.put(name, THEIRS);
    vault.stage(arn, TOKEN, OURS);
    assertThat(vault.edition(name)).isEqualTo(new Edition(arn, theirs));
    vault.delete(arn);
    assertThat(vault.edition(name)).isNull();
  }

  @Test
  void nothingIsCurrentOfASecretThatNeverHadAVersion() {
    outsider.createWithoutVersion(name);
    assertThat(vault.edition(name)).isNull();
  }

  @Test
  void aBinarySecretHasNoText() {
    String arn = outsider.createBinary(name);
    assertThat(present().text()).isNull();
    assertThat(vault.text(arn, present().current())).isNull();
  }

  @Test
  void aSecretUnderRotationSaysSoUntilTheRotationIsOver() {
    outsider.create(name, TEXT);
    String pending = outsider.startRotation(name, THEIRS);
    assertThat(present().hindrance()).isEqualTo(Seen.Hindrance.ROTATING);
    assertThat(present().text()).isEqualTo(TEXT);
    outsider.promote(name, pending);
    assertThat(present().hindrance()).isNull();
    assertThat(present().text()).isEqualTo(THEIRS);
  }

  @Test
  void aSecretCreatedAgainHasAnotherArn() {
    String first = outsider.create(name, TEXT);
    outsider.purge(name);
    outsider.create(name, TEXT);
    assertThat(present().arn()).isNotEqualTo(first);
  }

  @Test
  void anyVersionIsReadByItsId() {
    String arn = outsider.create(name, TEXT);
    String base = present().current();
    outsider.put(name, THEIRS);
    assertThat(vault.text(arn, base)).isEqualTo(TEXT);
    assertThat(vault.text(arn, TOKEN)).isNull();
  }

  @Test
  void aGoneSecretHasNoVersions() {
    String arn = outsider.create(name, TEXT);
    String base = present().current();
    outsider.purge(name);
    assertThat(vault.text(arn, base)).isNull();
  }

  @Test
  void aCreatedSecretHoldsAnEmptyObjectInTheVersionThatCameBack() {
    Creation creation = vault.create(name, null, TOKEN);
    assertThat(creation).isInstanceOf(Creation.Created.class);
    Creation.Created created = (Creation.Created) creation;
    assertThat(vault.read(name))
        .isEqualTo(new Seen.Present(created.arn(), created.versionId(), null, "{}", null));
  }

  @Test
  void creatingAgainChangesNothing() {
    Creation first = vault.create(name, null, TOKEN);
    Seen before = vault.read(name);
    assertThat(vault.create(name, null, TOKEN)).isIn(first, new Creation.Exists());
    assertThat(vault.read(name)).isEqualTo(before);
  }

  @Test
  void creatingAgainWhatOthersWroteToNeverNamesTheirVersion() {
    Creation first = vault.create(name, null, TOKEN);
    outsider.put(name, THEIRS);
    Seen before = vault.read(name);
    assertThat(vault.create(name, null, TOKEN)).isIn(first, new Creation.Exists());
    assertThat(vault.read(name)).isEqualTo(before);
  }

  @Test
  void creatingWhatExistsLeavesItAsItWas() {
    outsider.create(name, TEXT);
    Seen before = vault.read(name);
    assertThat(vault.create(name, null, TOKEN)).isEqualTo(new Creation.Exists());
    assertThat(vault.read(name)).isEqualTo(before);
  }

  @Test
  void creatingWhatWaitsForItsDeletionLeavesItAsItWas() {
    String arn = outsider.create(name, TEXT);
    String current = present().current();
    vault.delete(arn);
    assertThat(vault.create(name, null, TOKEN)).isEqualTo(new Creation.Exists());
    assertThat(vault.read(name)).isEqualTo(new Seen.Deleted(arn, current));
  }

  @Test
  void creatingWhatNeverHadAVersionGivesItAnEmptyObject() {
    String arn = outsider.createWithoutVersion(name);
    assertThat(vault.create(name, null, TOKEN)).isEqualTo(new Creation.Exists());
    assertThat(present().arn()).isEqualTo(arn);
    assertThat(present().text()).isEqualTo("{}");
    assertThat(present().current()).as("not what creating makes").isNotEqualTo(TOKEN);
  }

  @Test
  void aSecretWithMoreThanNinetyYoungVersionsIsCrowded() {
    String arn = outsider.create(name, TEXT);
    for (int n = 1; n < Vault.MOST_YOUNG; n++) {
      outsider.put(name, "{\"KEY\":" + n + "}");
    }
    assertThat(vault.crowded(arn)).isFalse();
    outsider.put(name, THEIRS);
    assertThat(vault.crowded(arn)).isTrue();
  }

  @Test
  void aStagedVersionStandsBesideTheCurrentOne() {
    String arn = outsider.create(name, TEXT);
    Seen before = vault.read(name);
    String ours = vault.stage(arn, TOKEN, OURS);
    assertThat(vault.text(arn, ours)).isEqualTo(OURS);
    assertThat(vault.read(name)).isEqualTo(before);
    assertThat(outsider.labels(name)).containsEntry(LABEL, ours);
  }

  @Test
  void stagingAgainWithTheSameTokenWritesNothing() {
    String arn = outsider.create(name, TEXT);
    String ours = vault.stage(arn, TOKEN, OURS);
    String base = present().current();
    assertThat(vault.move(arn, base, ours)).isEqualTo(Move.MOVED);
    Seen before = vault.read(name);
    assertThat(vault.stage(arn, TOKEN, OURS)).isEqualTo(ours);
    assertThat(vault.read(name)).isEqualTo(before);
  }

  @Test
  void aTokenNeverMeansTwoTexts() {
    String arn = outsider.create(name, TEXT);
    String ours = vault.stage(arn, TOKEN, OURS);
    assertThatThrownBy(() -> vault.stage(arn, TOKEN, THEIRS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("theirs");
    assertThat(vault.text(arn, ours)).isEqualTo(OURS);
  }

  @Test
  void ourLabelIsOnTheVersionStagedLast() {
    String arn = outsider.create(name, TEXT);
    String first = vault.stage(arn, TOKEN, OURS);
    String second = vault.stage(arn, OTHER_TOKEN, TEXT);
    assertThat(outsider.labels(name)).containsEntry(LABEL, second);
    assertThat(vault.text(arn, first)).isEqualTo(OURS);
  }

  @Test
  void stagingTakesWhatAwsCanHoldAndNoMore() {
    String arn = outsider.create(name, TEXT);
    String largest = "é".repeat(Document.MAX_BYTES / 2);
    assertThat(vault.text(arn, vault.stage(arn, TOKEN, largest))).isEqualTo(largest);
    assertThatThrownBy(() -> vault.stage(arn, OTHER_TOKEN, largest + "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMoveMakesOurVersionCurrentAndTheBasePrevious() {
    String arn = outsider.create(name, TEXT);
    String base = present().current();
    String ours = vault.stage(arn, TOKEN, OURS);
    assertThat(vault.move(arn, base, ours)).isEqualTo(Move.MOVED);
    assertThat(vault.read(name)).isEqualTo(new Seen.Present(arn, ours, base, OURS, null));
  }

  @Test
  void aMoveIsRefusedWhenSomebodyWroteMeanwhile() {
    String arn = outsider.create(name, TEXT);
    String base = present().current();
    String ours = vault.stage(arn, TOKEN, OURS);
    String theirs = outsider.put(name, THEIRS);
    assertThat(vault.move(arn, base, ours)).isEqualTo(Move.REFUSED);
    assertThat(vault.read(name)).isEqualTo(new Seen.Present(arn, theirs, base, THEIRS, null));
  }

  @Test
  void aMoveThatWasMadeAlreadyCounts() {
    String arn = outsider.create(name, TEXT);
    String base = present().current();
    String ours = vault.stage(arn, TOKEN, OURS);
    vault.move(arn, base, ours);
    Seen before = vault.read(name);
    assertThat(vault.move(arn, base, ours)).isEqualTo(Move.MOVED);
    assertThat(vault.read(name)).isEqualTo(before);
  }

  @Test
  void aMoveInAGoneSecretIsRefused() {
    String arn = outsider.create(name, TEXT);
    String base = present().current();
    String ours = vault.stage(arn, TOKEN, OURS);
    outsider.purge(name);
    assertThat(vault.move(arn, base, ours)).isEqualTo(Move.REFUSED);
  }

  @Test
  void unlabellingLeavesNoLabelOfOursAndMayBeRepeated() {
    String arn = outsider.create(name, TEXT);
    String ours = vault.stage(arn, TOKEN, OURS);
    vault.move(arn, present().current(), ours);
    vault.unlabel(arn);
    assertThat(outsider.labels(name)).doesNotContainKey(LABEL).containsEntry("AWSCURRENT", ours);
    vault.unlabel(arn);
    outsider.purge(name);
    vault.unlabel(arn);
  }

  @Test
  void deletingMarksTheSecretAndMayBeRepeated() {
    String arn = outsider.create(name, TEXT);
    String current = present().current();
    vault.delete(arn);
    assertThat(vault.read(name)).isEqualTo(new Seen.Deleted(arn, current));
    vault.delete(arn);
    outsider.purge(name);
    vault.delete(arn);
    assertThat(vault.read(name)).isEqualTo(new Seen.Missing());
  }

  @Test
  void whatWaitsForItsDeletionIsNotReadNorWritten() {
    String arn = outsider.create(name, TEXT);
    String base = present().current();
    vault.delete(arn);
    Seen before = vault.read(name);
    assertThatThrownBy(() -> vault.text(arn, base)).isInstanceOf(VaultUnavailable.class);
    assertThatThrownBy(() -> vault.stage(arn, TOKEN, OURS)).isInstanceOf(VaultUnavailable.class);
    assertThat(vault.read(name)).isEqualTo(before);
  }

  @Test
  void restoringWhatIsBackOrGoneChangesNothing() {
    String arn = outsider.create(name, TEXT);
    Seen before = vault.read(name);
    vault.restore(arn);
    assertThat(vault.read(name)).isEqualTo(before);
    outsider.purge(name);
    vault.restore(arn);
    assertThat(vault.read(name)).isEqualTo(new Seen.Missing());
  }

  @Test
  void restoringBringsAllBack() {
    String arn = outsider.create(name, TEXT);
    outsider.put(name, THEIRS);
    Seen before = vault.read(name);
    vault.delete(arn);
    vault.restore(arn);
    assertThat(vault.read(name)).isEqualTo(before);
  }

  @Test
  void noCallReachesASecretThatTookTheNameOfAGoneOne() {
    String arn = outsider.create(name, TEXT);
    outsider.purge(name);
    outsider.create(name, THEIRS);
    Seen before = vault.read(name);
    vault.delete(arn);
    vault.unlabel(arn);
    assertThatThrownBy(() -> vault.stage(arn, TOKEN, OURS)).isInstanceOf(VaultUnavailable.class);
    assertThat(vault.read(name)).isEqualTo(before);
  }
}
