package io.countersign.sync;

import static io.countersign.sync.Deployment.MERGED;
import static io.countersign.sync.Deployment.NOW;
import static io.countersign.sync.Deployment.PREFIX;
import static io.countersign.sync.Deployment.REQUEST;
import static io.countersign.sync.Deployment.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.countersign.destination.Sync;
import io.countersign.destination.Sync.Status;
import io.countersign.destination.Written.Place;
import io.countersign.name.DocumentPath;
import io.countersign.project.DestinationId;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.vault.Seen;
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
    assertThat(deployment.wake()).isEmpty();
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
                NOW));
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
    assertThat(deployment.last()).extracting(Sync::versionId).isEqualTo("newer");
  }

  @Test
  void keysThatAreGoneAreDeletedAndForeignParametersStay() {
    deployment.parameters.held().put(PREFIX + "FOREIGN", "theirs");
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    deployment.wake();
    deployment.secrets.hold(SECRET, "later", "{\"STRIPE_KEY\":\"sk_live_1\"}");
    deployment.wake();
    assertThat(deployment.parameters.held())
        .containsOnlyKeys(PREFIX + "FOREIGN", PREFIX + "STRIPE_KEY");
  }

  @Test
  void parametersOfAnEarlierPrefixAreDeletedUnlessTheyAreNotOursToManageAnyMore() {
    deployment.destinations.set(0, Deployment.destination("ssm", "/**", "/app/old/"));
    deployment.secrets.hold(SECRET, MERGED, "{\"A\":\"1\"}");
    deployment.wake();
    deployment.written.begin(place(), "earlier", List.of("/elsewhere/A"));
    deployment.written.end(place(), "earlier");
    deployment.parameters.held().put("/elsewhere/A", "1");
    deployment.destinations.set(0, Deployment.destination("ssm", "/**", "/app/prod/"));
    deployment.wake();
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
    assertThat(deployment.last()).extracting(Sync::versionId).isEqualTo("newer");
  }

  @Test
  void anOlderSyncNeverLeavesOlderValuesOnTopOfANewerOne() {
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    deployment.parameters.first(this::newerSync);
    deployment.wake();
    assertThat(deployment.parameters.held())
        .containsOnly(entry(PREFIX + "STRIPE_KEY", "sk_live_2"));
    assertThat(deployment.written.names(place())).containsExactly(PREFIX + "STRIPE_KEY");
  }

  @Test
  void anOlderSyncThatStopsHalfWayForgetsNothingThatANewerOneDeletedUnderIt() {
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    deployment.parameters.first(
        () -> {
          newerSync();
          deployment.parameters.awayAfter(2);
        });
    assertThat(deployment.wake()).hasSize(1);
    assertThat(deployment.parameters.held()).containsKey(PREFIX + "STRIPE_WEBHOOK_SECRET");
    deployment.parameters.back();
    deployment.wake();
    assertThat(deployment.parameters.held())
        .containsOnly(entry(PREFIX + "STRIPE_KEY", "sk_live_2"));
  }

  @Test
  void theSameEventTwiceAtOnceComesOutRight() {
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    deployment.parameters.first(
        () -> {
          deployment.secrets.hold(SECRET, "newer", "{\"STRIPE_KEY\":\"sk_live_2\"}");
          deployment.wake();
        });
    deployment.wake();
    assertThat(deployment.parameters.held())
        .containsOnly(entry(PREFIX + "STRIPE_KEY", "sk_live_2"));
  }

  private void newerSync() {
    deployment.secrets.hold(SECRET, "newer", "{\"STRIPE_KEY\":\"sk_live_2\"}");
    deployment.wake(Deployment.event().replace("payments-7", "payments-8"));
  }

  @Test
  void aDocumentThatKeepsMovingComesAgain() {
    deployment.secrets.hold(SECRET, "v0", TEXT);
    keepMoving(1);
    assertThat(deployment.wake()).hasSize(1);
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
    assertThat(deployment.wake()).isEmpty();
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
    deployment.wake();
    assertThat(deployment.parameters.held()).containsEntry(PREFIX + "STRIPE_KEY", "sk_live_1");
    assertThat(deployment.last())
        .extracting(Sync::reason, InstanceOfAssertFactories.STRING)
        .contains("older value");
  }

  @Test
  void awayMeansWaitingAndTheMessageComesAgain() {
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    deployment.parameters.awayAfter(1);
    assertThat(deployment.wake()).hasSize(1);
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.WAITING);
    deployment.parameters.back();
    assertThat(deployment.wake()).isEmpty();
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.SYNCED);
  }

  @Test
  void afterACrashBetweenWritingAndRecordingNothingOfOursIsForgotten() {
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    deployment.parameters.awayAfter(1);
    deployment.wake();
    deployment.parameters.back();
    deployment.secrets.hold(SECRET, "later", "{\"OTHER\":\"v\"}");
    deployment.wake();
    assertThat(deployment.parameters.held()).containsOnlyKeys(PREFIX + "OTHER");
  }

  @Test
  void oneDestinationThatIsAwayKeepsNothingFromTheOthers() {
    deployment.destinations.addFirst(Deployment.destination("first", "/**", "/app/first/"));
    deployment.secrets.hold(SECRET, MERGED, TEXT);
    deployment.parameters.awayOnce();
    assertThat(deployment.wake()).hasSize(1);
    assertThat(deployment.syncs.of(REQUEST))
        .extracting(Sync::status)
        .containsExactly(Status.WAITING, Status.SYNCED);
  }

  @Test
  void secretsManagerAwayMeansWaiting() {
    deployment.secrets.away();
    assertThat(deployment.wake()).hasSize(1);
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.WAITING);
  }

  @Test
  void aSecretThatCannotBeReadAsADocumentFailsWithTheReason() {
    fails("there is no such secret any more");
    deployment.secrets.put(SECRET, new Seen.Deleted("arn", "v"));
    fails("the secret was deleted meanwhile");
    deployment.secrets.hold(SECRET, MERGED, null);
    fails("the secret is binary");
    deployment.secrets.hold(SECRET, MERGED, "{\"A\":{}}");
    fails("\"A\" is an object or array; only strings, numbers, booleans and null can be governed");
  }

  @Test
  void aDocumentThatWasDeletedTakesItsParametersWithIt() {
    deployment.secrets.hold(SECRET, "before", TEXT);
    deployment.wake();
    deployment.secrets.put(SECRET, new Seen.Deleted("arn", MERGED));
    deployment.wake(Deployment.event().replace("\\\"deleted\\\":false", "\\\"deleted\\\":true"));
    assertThat(deployment.parameters.held()).isEmpty();
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.SYNCED);
  }

  @Test
  void aDocumentThatOthersDeletedKeepsItsParameters() {
    deployment.secrets.hold(SECRET, "before", TEXT);
    deployment.wake();
    deployment.secrets.put(SECRET, new Seen.Deleted("arn", "another"));
    deployment.wake(Deployment.event().replace("\\\"deleted\\\":false", "\\\"deleted\\\":true"));
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
    assertThat(deployment.wake()).isEmpty();
    assertThat(deployment.parameters.held()).isEmpty();
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
    assertThat(deployment.wake(event)).isEmpty();
    assertThat(deployment.syncs.all()).isEmpty();
  }

  private static Place place() {
    return new Place(
        REQUEST.project(),
        new DestinationId("ssm"),
        new DocumentId(new EnvironmentId("prod"), new DocumentPath("/payments/stripe")));
  }
}
