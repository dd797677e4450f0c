package io.countersign.sync;

import static io.countersign.sync.Deployment.MERGED;
import static io.countersign.sync.Deployment.NOW;
import static io.countersign.sync.Deployment.PREFIX;
import static io.countersign.sync.Deployment.REQUEST;
import static io.countersign.sync.Deployment.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.countersign.destination.Lane;
import io.countersign.destination.Patience;
import io.countersign.destination.Sync;
import io.countersign.destination.Sync.Status;
import io.countersign.destination.Written.Place;
import io.countersign.name.DocumentPath;
import io.countersign.project.DestinationId;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.request.Event;
import io.countersign.revision.Landed;
import io.countersign.revision.RequestId;
import io.countersign.vault.Seen;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class SyncTest {
  private static final String TEXT =
      "{\"STRIPE_KEY\":\"sk_live_1\",\"STRIPE_WEBHOOK_SECRET\":\"whsec_1\"}";

  private final Deployment deployment = Deployment.standard();

  @Test
  void aMergedDocumentIsOneParameterAKey() {
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    deployment.wake();
    assertThat(deployment.parameters.held())
        .containsEntry(PREFIX + "STRIPE_KEY", "sk_live_1")
        .containsEntry(PREFIX + "STRIPE_WEBHOOK_SECRET", "whsec_1")
        .hasSize(2);
    assertThat(deployment.syncs.of(REQUEST))
        .containsExactly(
            new Sync(
                REQUEST,
                new DestinationId("ssm"),
                new DocumentId(new EnvironmentId("prod"), new DocumentPath("/payments/stripe")),
                MERGED,
                Status.SYNCED,
                null,
                List.of(),
                0,
                NOW,
                null));
  }

  @Test
  void aLostMessageIsMadeUpForByTheNext() {
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    deployment.hear(Deployment.event());
    deployment.woken.clear();
    deployment.feed(Deployment.lane());
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.SYNCED);
  }

  @Test
  void itWaitsBeforeItIsSynced() {
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    deployment.wake();
    assertThat(deployment.syncs.all())
        .extracting(Sync::status)
        .containsExactly(Status.WAITING, Status.SYNCED);
  }

  @Test
  void onlyDestinationsThatTakeTheDocumentGetIt() {
    deployment.destinations.add(Deployment.destination("other", "/billing/**", "/app/other/"));
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    deployment.wake();
    assertThat(deployment.syncs.of(REQUEST)).hasSize(1);
    assertThat(deployment.parameters.held()).hasSize(2);
  }

  @Test
  void whatIsCurrentIsPushedAndNotWhatLanded() {
    deployment.secrets.hold(SECRET, "newer", TEXT.replace("sk_live_1", "sk_live_2"));
    deployment.wake();
    assertThat(deployment.parameters.held()).containsEntry(PREFIX + "STRIPE_KEY", "sk_live_2");
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.WAITING);
    deployment.pass(Duration.ofMinutes(1));
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.SUPERSEDED);
    assertThat(deployment.last()).extracting(Sync::versionId).isEqualTo(MERGED);
    assertThat(deployment.last())
        .extracting(Sync::reason)
        .isEqualTo("version newer is there instead");
  }

  @Test
  void whereTheVersionBeforeWasReadTheNextLookFindsWhatWasMerged() {
    deployment.secrets.hold(SECRET, "before", TEXT.replace("sk_live_1", "sk_live_0"));
    deployment.wake();
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    deployment.pass(Duration.ofMinutes(1));
    assertThat(deployment.parameters.held()).containsEntry(PREFIX + "STRIPE_KEY", "sk_live_1");
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.SYNCED);
  }

  @Test
  void keysThatAreGoneAreDeletedAndForeignParametersStay() {
    deployment.parameters.held().put(PREFIX + "FOREIGN", "theirs");
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    deployment.wake();
    deployment.secrets.hold(SECRET, "later", "{\"STRIPE_KEY\":\"sk_live_1\"}");
    deployment.again();
    assertThat(deployment.parameters.held())
        .containsOnlyKeys(PREFIX + "FOREIGN", PREFIX + "STRIPE_KEY");
  }

  @Test
  void parametersOfAnEarlierPrefixAreDeletedUnlessTheyAreNotOursToManageAnyMore() {
    deployment.destinations.set(0, Deployment.destination("ssm", "/**", "/app/old/"));
    deployment.secrets.hold(SECRET, MERGED, "{\"A\":\"1\"}");
    deployment.wake();
    deployment.written.note(place(), List.of("/elsewhere/A"));
    deployment.parameters.held().put("/elsewhere/A", "1");
    deployment.destinations.set(0, Deployment.destination("ssm", "/**", "/app/prod/"));
    deployment.again();
    assertThat(deployment.parameters.held()).containsOnlyKeys("/elsewhere/A", PREFIX + "A");
    assertThat(deployment.written.names(place()))
        .containsExactly("/app/prod/payments/stripe/A", "/elsewhere/A");
  }

  @Test
  void aNewerVersionThatCameMeanwhileIsPushedAfterwards() {
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    deployment.parameters.first(
        () -> deployment.secrets.hold(SECRET, "newer", "{\"STRIPE_KEY\":\"sk_live_2\"}"));
    deployment.wake();
    assertThat(deployment.parameters.held())
        .containsOnly(entry(PREFIX + "STRIPE_KEY", "sk_live_2"));
    deployment.pass(Duration.ofMinutes(1));
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.SUPERSEDED);
  }

  @Test
  void anEventThatComesLateOrAgainBringsNothingOlder() {
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    deployment.wake();
    deployment.secrets.hold(SECRET, "newer", "{\"STRIPE_KEY\":\"sk_live_2\"}");
    deployment.wake(
        Deployment.event().replace("payments-7", "payments-8").replace(MERGED, "newer"));
    deployment.wake();
    deployment.wake(
        Deployment.event().replace("payments-7", "payments-6").replace(MERGED, "older"));
    deployment.pass(Duration.ofMinutes(1));
    assertThat(deployment.parameters.held())
        .containsOnly(entry(PREFIX + "STRIPE_KEY", "sk_live_2"));
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.SYNCED);
    assertThat(deployment.syncs.of(RequestId.parse("payments-6")))
        .extracting(Sync::status)
        .containsExactly(Status.SUPERSEDED);
    assertThat(deployment.syncs.of(RequestId.parse("payments-8")))
        .extracting(Sync::status)
        .containsExactly(Status.SYNCED);
  }

  @Test
  void severalMergesOfOneDocumentAreBroughtOnce() {
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    for (int number = 1; number < 7; number++) {
      deployment.hear(
          Deployment.event()
              .replace("payments-7", "payments-" + number)
              .replace(MERGED, "v" + number));
    }
    deployment.hear(Deployment.event());
    deployment.work();
    assertThat(deployment.parameters.writes()).isEqualTo(2);
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.SYNCED);
    assertThat(deployment.syncs.of(RequestId.parse("payments-3")))
        .extracting(Sync::status)
        .containsExactly(Status.SUPERSEDED);
  }

  @Test
  void whatIsAskedForWhileItIsBroughtIsBroughtAfterwards() {
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    String later = Deployment.event().replace("payments-7", "payments-8").replace(MERGED, "newer");
    deployment.parameters.first(
        () -> {
          deployment.now = NOW.plusSeconds(1);
          deployment.hear(later);
          deployment.work();
        });
    deployment.wake();
    deployment.secrets.hold(SECRET, "newer", "{\"STRIPE_KEY\":\"sk_live_2\"}");
    deployment.pass(Duration.ofMinutes(1));
    assertThat(deployment.parameters.held())
        .containsOnly(entry(PREFIX + "STRIPE_KEY", "sk_live_2"));
    assertThat(deployment.syncs.of(RequestId.parse("payments-8")))
        .extracting(Sync::status)
        .containsExactly(Status.SYNCED);
  }

  @Test
  void aDocumentThatKeepsMovingComesAgain() {
    deployment.secrets.hold(SECRET, "v0", TEXT);
    keepMoving(1);
    deployment.wake();
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.WAITING);
    assertThat(deployment.last()).extracting(Sync::reason).isEqualTo("the document keeps changing");
  }

  private void keepMoving(int version) {
    deployment.parameters.first(
        () -> {
          deployment.secrets.hold(SECRET, "v" + version, TEXT);
          keepMoving(version + 1);
        });
  }

  @Test
  void whatCannotBeHeldIsReportedByNameAndTheRestIsWritten() {
    deployment.secrets.hold(
        SECRET, MERGED, "{\"EMPTY\":\"\",\"GOOD\":\"v\",\"REFUSED\":\"v\",\"BAD NAME\":\"v\"}");
    deployment.parameters.refuse(PREFIX + "REFUSED");
    deployment.wake();
    assertThat(deployment.parameters.held()).containsOnlyKeys(PREFIX + "GOOD");
    Sync sync = deployment.last();
    assertThat(sync).extracting(Sync::status).isEqualTo(Status.FAILED);
    assertThat(sync)
        .extracting(Sync::names, InstanceOfAssertFactories.LIST)
        .containsExactly("EMPTY", "BAD NAME", "REFUSED");
    assertThat(sync)
        .extracting(Sync::reason, InstanceOfAssertFactories.STRING)
        .contains("EMPTY: the value is empty", "BAD NAME: ", "REFUSED: SSM refused it");
  }

  @Test
  void aParameterWhoseKeyCanNoLongerBeHeldStaysAndIsSaidToBeOld() {
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    deployment.wake();
    deployment.secrets.hold(SECRET, "later", TEXT.replace("sk_live_1", ""));
    deployment.wake(
        Deployment.event().replace("payments-7", "payments-8").replace(MERGED, "later"));
    assertThat(deployment.parameters.held()).containsEntry(PREFIX + "STRIPE_KEY", "sk_live_1");
    assertThat(deployment.last("payments-8"))
        .extracting(Sync::reason, InstanceOfAssertFactories.STRING)
        .contains("older value");
  }

  @Test
  void awayMeansWaitingAndItIsTriedAgainByItself() {
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    deployment.parameters.awayAfter(1);
    deployment.wake();
    Sync waits = deployment.last();
    assertThat(waits).extracting(Sync::status).isEqualTo(Status.WAITING);
    assertThat(waits).extracting(Sync::reason).isEqualTo("SSM: away");
    assertThat(waits).extracting(Sync::attempts).isEqualTo(1);
    assertThat(waits.nextTry()).isBetween(NOW.plusSeconds(5), NOW.plusSeconds(7));
    deployment.parameters.back();
    deployment.pass(Duration.ofMinutes(1));
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.SYNCED);
    assertThat(deployment.said).isEmpty();
  }

  @Test
  void anOutageOfADayIsToldOnceAndNeedsNobodyAfterwards() {
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    deployment.parameters.awayAfter(0);
    deployment.wake();
    deployment.pass(Duration.ofHours(24));
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.FAILED);
    assertThat(deployment.said)
        .containsExactly(
            new Event.SyncFailed(
                new DestinationId("ssm"),
                place().document(),
                MERGED,
                "SSM: away",
                Patience.TOLD_AFTER));
    deployment.parameters.back();
    deployment.pass(Duration.ofMinutes(73));
    assertThat(deployment.parameters.held()).hasSize(2);
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.SYNCED);
    assertThat(deployment.said).hasSize(1);
  }

  @Test
  void afterAWeekItIsLeftToSomebody() {
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    deployment.parameters.awayAfter(0);
    deployment.wake();
    deployment.pass(Duration.ofDays(10));
    assertThat(deployment.last().nextTry()).isNull();
    deployment.parameters.back();
    deployment.pass(Duration.ofDays(1));
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.FAILED);
    deployment.again();
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.SYNCED);
    assertThat(deployment.said).hasSize(1);
  }

  @Test
  void afterACrashBetweenWritingAndRecordingNothingOfOursIsForgotten() {
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    deployment.parameters.awayAfter(1);
    deployment.wake();
    deployment.parameters.back();
    deployment.secrets.hold(SECRET, "later", "{\"OTHER\":\"v\"}");
    deployment.pass(Duration.ofMinutes(1));
    assertThat(deployment.parameters.held()).containsOnlyKeys(PREFIX + "OTHER");
  }

  @Test
  void oneDestinationThatIsAwayKeepsNothingFromTheOthers() {
    deployment.destinations.addFirst(Deployment.destination("first", "/**", "/app/first/"));
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    deployment.parameters.awayOnce();
    deployment.wake();
    assertThat(deployment.syncs.of(REQUEST))
        .extracting(Sync::status)
        .containsExactly(Status.WAITING, Status.SYNCED);
  }

  @Test
  void secretsManagerAwayMeansWaiting() {
    deployment.secrets.away();
    deployment.wake();
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.WAITING);
  }

  @Test
  void aSecretThatCannotBeReadAsADocumentFailsWithTheReason() {
    fails("there is no such secret any more");
  }

  @Test
  void aSecretThatSomebodyDeletedFails() {
    deployment.secrets.put(SECRET, new Seen.Deleted("arn", "v"));
    fails("the secret was deleted meanwhile");
  }

  @Test
  void aBinarySecretFails() {
    deployment.secrets.hold(SECRET, MERGED, null);
    fails("the secret is binary");
  }

  @Test
  void aSecretThatIsNoFlatObjectFails() {
    deployment.secrets.hold(SECRET, MERGED, "{\"A\":{}}");
    fails("\"A\" is an object or array; only strings, numbers, booleans and null can be governed");
  }

  private static Landed removed() {
    return new Landed(place().document(), "arn", MERGED, List.of(), Landed.Fate.REMOVED);
  }

  @Test
  void aDocumentThatWasDeletedTakesItsParametersWithIt() {
    deployment.secrets.hold(SECRET, "before", TEXT);
    deployment.again();
    deployment.head = Deployment.merged(List.of(removed()));
    deployment.secrets.put(SECRET, new Seen.Deleted("arn", MERGED));
    deployment.wake(Deployment.event().replace("\\\"deleted\\\":false", "\\\"deleted\\\":true"));
    assertThat(deployment.parameters.held()).isEmpty();
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.SYNCED);
  }

  @Test
  void aDocumentThatOthersDeletedKeepsItsParameters() {
    deployment.secrets.hold(SECRET, "before", TEXT);
    deployment.again();
    deployment.head = Deployment.merged(List.of(removed()));
    deployment.secrets.put(SECRET, new Seen.Deleted("arn", "another"));
    deployment.wake(Deployment.event().replace("\\\"deleted\\\":false", "\\\"deleted\\\":true"));
    deployment.pass(Duration.ofMinutes(1));
    assertThat(deployment.parameters.held()).hasSize(2);
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.FAILED);
  }

  @Test
  void prefixesThatAreNotManagedAreNeverWritten() {
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    deployment.destinations.set(0, Deployment.destination("ssm", "/**", "/elsewhere/"));
    fails("the destination's parameter prefix is not managed by this deployment");
  }

  private void fails(String reason) {
    deployment.wake();
    deployment.pass(Duration.ofMinutes(1));
    assertThat(deployment.parameters.held()).isEmpty();
    assertThat(deployment.said).hasSize(1);
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.FAILED);
    assertThat(deployment.last()).extracting(Sync::reason).isEqualTo(reason);
  }

  @Test
  void noRecordHoldsAValue() {
    deployment.secrets.hold(SECRET, MERGED, "{\"A\":\"s3cret{{\",\"B\":\"s3cret\",\"C\":\"\"}");
    deployment.parameters.refuse(PREFIX + "B");
    deployment.wake();
    assertThat(deployment.syncs.all().toString()).doesNotContain("s3cret");
  }

  @Test
  void otherEventsAreLeftAlone() {
    String event =
        Deployment.event()
            .replace("\\\"type\\\":\\\"Secrets Changed\\\"", "\\\"type\\\":\\\"Expired\\\"");
    deployment.wake(event);
    assertThat(deployment.syncs.all()).isEmpty();
  }

  private static Place place() {
    return new Place(
        new Lane(REQUEST.project(), new DestinationId("ssm")),
        new DocumentId(new EnvironmentId("prod"), new DocumentPath("/payments/stripe")));
  }
}
