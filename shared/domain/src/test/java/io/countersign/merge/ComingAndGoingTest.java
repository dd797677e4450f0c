package io.countersign.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.explain.Reason;
import io.countersign.request.Command;
import io.countersign.sample.Rulebook;
import io.countersign.vault.FakeVault;
import io.countersign.vault.Line.Break;
import io.countersign.vault.PassingVault;
import io.countersign.vault.Seen;
import io.countersign.vault.Vault;
import io.countersign.vault.VaultRefused;
import io.countersign.vault.VaultUnavailable;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Documents that are deleted, and those that are taken back from their deletion (design §5). */
class ComingAndGoingTest {
  private static final String OLD = "{\"old\":\"1\",\"a\":\"1\"}";

  private static final Reason BACK = Reason.of("back", "It turns back.");

  private final FakeVault vault = new FakeVault();

  private void waiting(String text) {
    vault.delete(vault.outsider().create(Single.SECRET, text));
  }

  private static String code(Command end) {
    return ((Command.GiveUp) end).reason().code();
  }

  @Test
  void whatIsTakenBackFromItsDeletionHoldsNothingOfWhatItHeld() {
    waiting(OLD);
    Single single = Single.setting(vault, "a", "new");
    assertThat(single.holder().run()).isInstanceOf(Command.Finish.class);
    assertThat(single.text()).isEqualTo("{\"a\":\"new\"}");
  }

  @Test
  void whoDiesAfterTakingItBackLeavesTheSameToDo() {
    waiting(OLD);
    Single single = Single.setting(vault, "a", "new");
    Merge holder = single.holder();
    while (!(vault.read(Single.SECRET) instanceof Seen.Present)) {
      holder.step();
    }
    assertThat(single.holder().run()).isInstanceOf(Command.Finish.class);
    assertThat(single.text()).isEqualTo("{\"a\":\"new\"}");
  }

  @Test
  void whatIsTakenBackForAMergeThatTurnsBackWaitsAgainWithWhatItHeld() {
    waiting(OLD);
    Seen before = vault.read(Single.SECRET);
    Single single = Single.setting(vault, "a", "new");
    Merge holder = single.holder();
    while (!(vault.read(Single.SECRET) instanceof Seen.Present)) {
      holder.step();
    }
    assertThat(code(single.backing().run())).isEqualTo("values-lost");
    assertThat(vault.read(Single.SECRET)).isEqualTo(before);
  }

  @Test
  void whatOthersDeletedBeforeItsMoveAndRestoredAfterTheFailureIsFinishedWithWhatItHolds() {
    waiting(OLD);
    Single single = Single.setting(vault, "b", "new");
    Merge holder = single.holder();
    while (!(single.plan().documents().getFirst().progress() instanceof Progress.Intended)) {
      holder.step();
    }
    String arn = ((Seen.Present) vault.read(Single.SECRET)).arn();
    vault.delete(arn);
    assertThat(single.holder().run()).isInstanceOf(Command.Fail.class);
    vault.restore(arn);
    single.note(single.plan().forward(new Lease(2, Instant.MAX)));
    assertThat(single.holder().run()).isInstanceOf(Command.Finish.class);
    assertThat(single.text()).isEqualTo("{\"old\":\"1\",\"a\":\"1\",\"b\":\"new\"}");
  }

  @Test
  void whatWasWrittenAfterBeingTakenBackGoesBackToWhatItHeldAndWaitsAgain() {
    waiting(OLD);
    Single single = Single.setting(vault, "a", "new");
    Merge holder = single.holder();
    while (!"{\"a\":\"new\"}".equals(single.text())) {
      holder.step();
    }
    single.note(single.plan().retreating(BACK, true));
    assertThat(code(single.holder().run())).isEqualTo("back");
    assertThat(vault.read(Single.SECRET)).isInstanceOf(Seen.Deleted.class);
    vault.restore(((Seen.Deleted) vault.read(Single.SECRET)).arn());
    assertThat(single.text()).isEqualTo(OLD);
  }

  @Test
  void whatOthersWroteBesideItStaysAloneWhenTheMergeTurnsBack() {
    waiting(OLD);
    Single single = Single.setting(vault, "a", "new");
    Merge holder = single.holder();
    while (!"{\"a\":\"new\"}".equals(single.text())) {
      holder.step();
    }
    vault.outsider().put(Single.SECRET, "{\"a\":\"new\",\"theirs\":\"1\"}");
    single.note(single.plan().retreating(BACK, true));
    assertThat(code(single.holder().run())).isEqualTo("back");
    assertThat(single.text()).isEqualTo("{\"theirs\":\"1\"}");
  }

  /**
   * Taken back, written to, deleted by somebody else: then the merge fails, and they restore it.
   */
  private Single restored() {
    waiting(OLD);
    Single single = Single.setting(vault, "a", "new");
    Merge holder = single.holder();
    while (!"{\"a\":\"new\"}".equals(single.text())) {
      holder.step();
    }
    String arn = ((Seen.Present) vault.read(Single.SECRET)).arn();
    vault.delete(arn);
    single.note(single.plan().retreating(BACK, true));
    assertThat(single.holder().run()).isInstanceOf(Command.Fail.class);
    vault.restore(arn);
    return single;
  }

  @Test
  void whatSomebodyRestoredSinceIsUndoneAndStaysWithAllThatItHeld() {
    Single single = restored();
    assertThat(code(single.holder().run())).isEqualTo("back");
    assertThat(single.text()).isEqualTo(OLD);
  }

  @Test
  void whatSomebodyRestoredAndWroteSinceLosesNothingButTheChange() {
    Single single = restored();
    vault.outsider().put(Single.SECRET, "{\"a\":\"new\",\"theirs\":\"1\"}");
    assertThat(code(single.holder().run())).isEqualTo("back");
    assertThat(Texts.values(single.text()))
        .containsEntry("theirs", "1")
        .containsEntry("a", "1")
        .containsEntry("old", "1");
  }

  @Test
  void whatSomebodyRestoredSinceIsFinishedAndStays() {
    Single single = restored();
    single.note(single.plan().forward(new Lease(2, Instant.MAX)));
    assertThat(single.holder().run()).isInstanceOf(Command.Finish.class);
    assertThat(single.text()).isEqualTo("{\"a\":\"new\"}");
  }

  @Test
  void whatHeldNoDocumentIsRefusedAndWaitsAgain() {
    waiting("{\"nested\":{}}");
    Seen before = vault.read(Single.SECRET);
    assertThat(code(Single.setting(vault, "a", "new").holder().run()))
        .isEqualTo("document-unreadable");
    assertThat(vault.read(Single.SECRET)).isEqualTo(before);
  }

  @Test
  void whereOthersWroteTheVeryValueAVersionOfOursTellsNobodyThatTheyAreEqual() {
    vault.outsider().create(Single.SECRET, OLD);
    Single single = Single.setting(vault, "a", "new");
    vault.outsider().put(Single.SECRET, "{\"old\":\"1\", \"a\":\"new\"}");
    Seen.Present theirs = (Seen.Present) vault.read(Single.SECRET);
    Command.Finish end = (Command.Finish) single.holder().run();
    Seen.Present ours = (Seen.Present) vault.read(Single.SECRET);
    assertThat(ours.text()).isEqualTo(theirs.text());
    assertThat(end.documents().getFirst().versionId())
        .isEqualTo(ours.current())
        .isNotEqualTo(theirs.current());
  }

  @Test
  void aDocumentGoesOnceEverythingLanded() {
    vault.outsider().create(Single.SECRET, OLD);
    Single single = Single.removing(vault);
    Merge holder = single.holder();
    assertThat(holder.run()).isInstanceOf(Command.Finish.class);
    assertThat(single.text()).isEqualTo("{}");
    assertThat(single.plan().documents()).hasSize(1);
    assertThat(holder.discard()).isEmpty();
    assertThat(vault.read(Single.SECRET)).isInstanceOf(Seen.Deleted.class);
    assertThat(single.plan().documents()).isEmpty();
  }

  @Test
  void whoeverComesAfterADeathSeesToTheDeletion() {
    vault.outsider().create(Single.SECRET, OLD);
    Single single = Single.removing(vault);
    single.holder().run();
    Merge holder = single.holder();
    vault.line().breakAt(vault.line().calls().size() + 2, Break.AFTER);
    assertThatThrownBy(holder::discard).isInstanceOf(VaultUnavailable.class);
    assertThat(single.plan().documents()).hasSize(1);
    assertThat(single.holder().discard()).isEmpty();
    assertThat(vault.read(Single.SECRET)).isInstanceOf(Seen.Deleted.class);
  }

  @Test
  void whatAwsRefusesToDeleteIsKnownAndTriedAgainAndKeepsNobodyWaiting() {
    vault.outsider().create(Single.SECRET, OLD);
    Single single = Single.removing(vault);
    single.holder().run();
    assertThat(single.plan().secrets()).containsExactly(Single.SECRET);
    assertThat(single.plan().undeleted()).isEmpty();
    Vault refusing =
        new PassingVault(vault) {
          @Override
          public void delete(String arn) {
            throw new VaultRefused("AccessDeniedException");
          }
        };
    for (int again = 0; again < 2; again++) {
      single.note(single.plan().with(new Lease(again + 2, Instant.MAX)));
      assertThat(single.plan().secrets()).containsExactly(Single.SECRET);
      assertThat(single.holder(refusing).discard()).containsExactly(Rulebook.DB);
      assertThat(single.plan().undeleted()).containsExactly(Rulebook.DB);
      assertThat(single.plan().secrets()).isEmpty();
      assertThat(single.text()).isEqualTo("{}");
    }
    single.note(single.plan().with(new Lease(4, Instant.MAX)));
    assertThat(single.holder().discard()).isEmpty();
    assertThat(vault.read(Single.SECRET)).isInstanceOf(Seen.Deleted.class);
    assertThat(single.plan().documents()).isEmpty();
  }

  @Test
  void whatSomebodyWroteToSinceStays() {
    vault.outsider().create(Single.SECRET, OLD);
    Single single = Single.removing(vault);
    single.holder().run();
    vault.outsider().put(Single.SECRET, "{\"theirs\":\"1\"}");
    assertThat(single.holder().discard()).isEmpty();
    assertThat(single.text()).isEqualTo("{\"theirs\":\"1\"}");
  }

  @Test
  void aDocumentThatWasToGoComesBackByteForByte() {
    String odd = " {\n \"b\" : 1e5,\t\"a\":\"\\u0041\" }";
    vault.outsider().create(Single.SECRET, odd);
    Single single = Single.removing(vault);
    Merge holder = single.holder();
    while (!"{}".equals(single.text())) {
      holder.step();
    }
    single.note(single.plan().retreating(BACK, true));
    assertThat(code(single.holder().run())).isEqualTo("back");
    assertThat(single.text()).isEqualTo(odd);
  }

  @Test
  void plainTextThatOthersReplacedByAnObjectIsToldAndNotTouched() {
    vault.outsider().create(Single.SECRET, "only text");
    Single single = Single.removing(vault);
    Merge holder = single.holder();
    while (!"{}".equals(single.text())) {
      holder.step();
    }
    vault.outsider().put(Single.SECRET, "{\"theirs\":\"1\"}");
    single.note(single.plan().retreating(BACK, true));
    assertThat(single.holder().run()).isInstanceOf(Command.Fail.class);
    assertThat(single.text()).isEqualTo("{\"theirs\":\"1\"}");
  }
}
