package io.countersign.sync;

import static io.countersign.sync.Deployment.MERGED;
import static io.countersign.sync.Deployment.NOW;
import static io.countersign.sync.Deployment.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.destination.Check;
import io.countersign.destination.Lane;
import io.countersign.destination.Sync;
import io.countersign.destination.Sync.Status;
import io.countersign.directory.PersonId;
import io.countersign.json.Fields;
import io.countersign.json.JsonText;
import io.countersign.name.PathGlob;
import io.countersign.project.Credential;
import io.countersign.project.Destination;
import io.countersign.project.DestinationId;
import io.countersign.project.EnvironmentId;
import io.countersign.project.ProjectId;
import io.countersign.project.Sink;
import io.countersign.request.Event;
import io.countersign.wire.CheckJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookTest {
  private static final Lane LANE = new Lane(ProjectId.of("payments"), new DestinationId("hook"));
  private static final String TEXT = "{\"STRIPE_KEY\":\"sk_live_1\"}";
  private static final String HOOK = "https://example.com/hook";

  private final Deployment deployment = new Deployment();

  @BeforeEach
  void setUp() {
    deployment.secrets.hold(SECRET, MERGED, TEXT);
  }

  private void listening(String url, boolean values, String... events) {
    listening(new Sink.Webhook(url, values, new TreeSet<>(Set.of(events)), List.of()), "A");
  }

  private void listening(Sink.Webhook hook, String... keys) {
    List<Credential> credentials = new ArrayList<>();
    for (String key : keys) {
      String text = Sink.Webhook.KEY + key.repeat(32);
      String version = deployment.credentials.keep(LANE.project(), "hook", text);
      credentials.add(new Credential(version, "last"));
    }
    deployment.destinations.add(
        new Destination(
            LANE.destination(),
            new EnvironmentId("prod"),
            PathGlob.ALL,
            hook.with(credentials),
            1));
  }

  private FakePoster.Post only() {
    assertThat(deployment.poster.posts).hasSize(1);
    return deployment.poster.posts.getFirst();
  }

  private void fails(String reason) {
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.WAITING);
    assertThat(deployment.last()).extracting(Sync::reason).isEqualTo(reason);
  }

  @Test
  void aMergeIsToldWithoutValues() {
    listening(HOOK, false);
    deployment.wake();
    FakePoster.Post post = only();
    assertThat(post.address()).hasToString(HOOK);
    Fields json = Fields.of(JsonText.object(post.json()));
    assertThat(json.text("type")).isEqualTo("Secrets Changed");
    assertThat(json.text("path")).isEqualTo("/payments/stripe");
    assertThat(json.text("versionId")).isEqualTo(MERGED);
    assertThat(json.text("id")).isEqualTo(post.headers().get("webhook-id"));
    assertThat(post.json()).doesNotContain("sk_live_1");
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.SYNCED);
  }

  @Test
  void valuesAreSentOnlyWhereTheDestinationSaysSo() {
    listening(HOOK, true);
    deployment.wake();
    assertThat(Fields.of(JsonText.object(only().json())).text("content")).isEqualTo(TEXT);
  }

  @Test
  void bothKeysSignWhileOneTakesTheOthersPlace() throws GeneralSecurityException {
    listening(new Sink.Webhook(HOOK, false, new TreeSet<>(), List.of()), "A", "B");
    deployment.wake();
    FakePoster.Post post = only();
    assertThat(post.headers())
        .containsEntry("webhook-timestamp", Long.toString(NOW.getEpochSecond()))
        .containsEntry("webhook-signature", "v1," + hmac(post, "A") + " v1," + hmac(post, "B"))
        .containsEntry("countersign-key-ids", "version-1 version-2");
  }

  private static String hmac(FakePoster.Post post, String letter) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(letter.repeat(32)), "HmacSHA256"));
    String id = post.headers().get("webhook-id");
    String signed = id + "." + NOW.getEpochSecond() + "." + post.json();
    byte[] hash = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(hash);
  }

  @Test
  void whoeverIsNotThereGetsTheSameAgain() {
    listening(HOOK, false);
    deployment.poster.answer(0, 0);
    deployment.poster.answer(500, 0);
    deployment.wake();
    fails("no answer: timed out");
    deployment.pass(Duration.ofMinutes(2));
    assertThat(deployment.poster.posts).hasSize(3);
    assertThat(deployment.poster.posts)
        .extracting(post -> post.headers().get("webhook-id"))
        .containsOnly(deployment.poster.posts.getFirst().headers().get("webhook-id"));
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.SYNCED);
  }

  @Test
  void whoeverSaysWhenIsNotAskedBefore() {
    listening(HOOK, false);
    deployment.poster.answer(429, 600);
    deployment.wake();
    fails("it answered 429");
    assertThat(deployment.last().nextTry()).isEqualTo(NOW.plusSeconds(600));
    deployment.pass(Duration.ofMinutes(9));
    assertThat(deployment.poster.posts).hasSize(1);
    deployment.pass(Duration.ofMinutes(2));
    assertThat(deployment.poster.posts).hasSize(2);
  }

  @Test
  void redirectionsAreFailures() {
    listening(HOOK, false);
    deployment.poster.answer(302, 0);
    deployment.wake();
    fails("it answered 302");
  }

  @Test
  void anAddressThatIsNotAllowedAnyMoreIsNotReached() {
    listening("http://10.0.0.1/hook", false);
    deployment.wake();
    assertThat(deployment.poster.posts).isEmpty();
    fails("its address must begin with https://");
  }

  @Test
  void theDeploymentsOwnExceptionIsReached() {
    listening("http://hooks.internal/x", false);
    deployment.wake();
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.SYNCED);
  }

  @Test
  void whatHappensToRequestsIsToldToThoseWhoAskForIt() {
    listening(HOOK, false, "Commented");
    deployment.said.add(new Event.Commented(new PersonId("amy"), "Looks right."));
    deployment.poster.answer(503, 0);
    deployment.wake(happened("Commented", "text"));
    deployment.wake(happened("Withdrawn", "reason"));
    deployment.pass(Duration.ofMinutes(1));
    assertThat(deployment.poster.posts).hasSize(2);
    FakePoster.Post told = deployment.poster.posts.getLast();
    assertThat(told.headers()).containsEntry("webhook-id", "payments-7#1");
    assertThat(Fields.of(JsonText.object(told.json())).text("text")).isEqualTo("Looks right.");
    deployment.pass(Duration.ofMinutes(5));
    assertThat(deployment.poster.posts).hasSize(2);
  }

  private static String happened(String word, String member) {
    return Deployment.event()
        .replace("Secrets Changed", word)
        .replace("\\\"sequence\\\":6", "\\\"sequence\\\":1,\\\"by\\\":\\\"amy\\\"")
        .replace("\\\"document\\\":{", "\\\"" + member + "\\\":\\\"Why.\\\",\\\"document\\\":{");
  }

  @Test
  void aTestSaysWhetherItIsThere() {
    listening(HOOK, false);
    deployment.poster.answer(404, 0);
    check(1);
    assertThat(deployment.checks.of(LANE)).extracting(Check::reason).isEqualTo("it answered 404");
    check(1);
    assertThat(deployment.checks.of(LANE)).extracting(Check::status).isEqualTo(Check.Status.PASSED);
    check(2);
    assertThat(deployment.poster.posts).hasSize(2);
  }

  private void check(long version) {
    Check asked = Check.asked(LANE, version, new PersonId("ada"), NOW);
    deployment.feed(Deployment.message(CheckJson.message(asked)));
  }

  @Test
  void aKeyThatIsGoneIsSaid() {
    List<Credential> gone = List.of(new Credential("gone", "last"));
    deployment.destinations.add(
        new Destination(
            LANE.destination(),
            new EnvironmentId("prod"),
            PathGlob.ALL,
            new Sink.Webhook(HOOK, false, new TreeSet<>(), gone),
            1));
    deployment.wake();
    fails("its signing key is not in Secrets Manager any more");
  }
}
