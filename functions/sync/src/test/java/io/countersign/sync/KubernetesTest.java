package io.countersign.sync;

import static io.countersign.sync.Deployment.MERGED;
import static io.countersign.sync.Deployment.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.destination.Check;
import io.countersign.destination.Lane;
import io.countersign.destination.Sync;
import io.countersign.destination.Sync.Status;
import io.countersign.directory.PersonId;
import io.countersign.name.PathGlob;
import io.countersign.project.Credential;
import io.countersign.project.Destination;
import io.countersign.project.DestinationId;
import io.countersign.project.EnvironmentId;
import io.countersign.project.ProjectId;
import io.countersign.project.Sink;
import io.countersign.sync.KubernetesServer.Asked;
import io.countersign.wire.CheckJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a cluster is asked for, and what is made of each of its answers. */
class KubernetesTest {
  private static final Lane LANE = new Lane(ProjectId.of("payments"), new DestinationId("cluster"));
  private static final String NAME = "app-payments-stripe";

  private final Deployment deployment = new Deployment();
  private KubernetesServer server;

  @BeforeEach
  void start() throws IOException {
    server = new KubernetesServer();
    deployment.secrets.hold(SECRET, MERGED, "{\"STRIPE_KEY\":\"sk_live_1\",\"PORT\":5432}");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void into(Map<String, String> keys, @Nullable String whole) {
    into(server.ca(), keys, whole);
  }

  private void into(String ca, Map<String, String> keys, @Nullable String whole) {
    String version = deployment.credentials.keep(LANE.project(), "cluster", "a-service-account");
    Sink.Login login = new Sink.Login.Bearer(List.of(new Credential(version, "ount")));
    Sink.Cluster cluster = new Sink.Cluster(server.address(), ca, "apps", login);
    set(
        new Sink.KubernetesSecret(
            cluster,
            "app-{path}",
            new TreeMap<>(keys),
            whole,
            new TreeMap<>(Map.of("team", "payments"))));
  }

  private void set(Sink sink) {
    deployment.destinations.clear();
    deployment.destinations.add(
        new Destination(LANE.destination(), new EnvironmentId("prod"), PathGlob.ALL, sink, 1));
  }

  private Asked applied() {
    return server.asked.stream()
        .filter(each -> each.method().equals("PATCH"))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private void waits(String reason) {
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.WAITING);
    assertThat(deployment.last().reason()).startsWith(reason);
  }

  @Test
  void theSecretIsAppliedUnderOurOwnNameAndNotForced() {
    into(Map.of(), null);
    deployment.wake();
    Asked apply = applied();
    assertThat(apply.path()).isEqualTo("/api/v1/namespaces/apps/secrets/" + NAME);
    assertThat(apply.query()).contains("fieldManager=countersign-payments-cluster", "force=false");
    assertThat(apply.type()).startsWith("application/apply-patch+yaml");
    assertThat(apply.authorization()).isEqualTo("Bearer a-service-account");
    assertThat(apply.body())
        .contains("\"STRIPE_KEY\":\"" + base64("sk_live_1") + "\"")
        .contains("\"PORT\":\"" + base64("5432") + "\"")
        .contains("\"countersign.io/version\":\"" + MERGED + "\"")
        .contains("\"team\":\"payments\"")
        .doesNotContain("resourceVersion");
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.SYNCED);
  }

  @Test
  void onlyKeysThatAreNamedGoUnderTheirNamesAndOneThatIsMissingIsSaid() {
    into(Map.of("STRIPE_KEY", "key", "ABSENT", "absent"), null);
    deployment.wake();
    assertThat(applied().body())
        .contains("\"key\":\"" + base64("sk_live_1") + "\"")
        .doesNotContain("PORT");
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.FAILED);
    assertThat(deployment.last().names()).containsExactly("ABSENT");
  }

  @Test
  void theDocumentGoesAsAWholeWhereItIsAskedForSo() {
    into(Map.of(), "config.json");
    deployment.wake();
    assertThat(applied().body())
        .contains(
            "\"config.json\":\"" + base64("{\"STRIPE_KEY\":\"sk_live_1\",\"PORT\":5432}") + "\"");
  }

  @Test
  void whatOthersOwnIsNotForcedAndTheirNameIsSaid() {
    into(Map.of(), null);
    server.answer("PATCH", 409, "Apply failed with 1 conflict: conflict with \"helm\": .data.PORT");
    deployment.wake();
    waits("it answered 409: Apply failed with 1 conflict: conflict with \"helm\"");
  }

  @Test
  void aSecretThatHoldsAnotherDocumentIsLeftAlone() {
    into(Map.of(), null);
    server.holds(NAME, "payments/prod/payments-stripe");
    deployment.wake();
    waits("the Secret " + NAME + " holds payments/prod/payments-stripe already");
    assertThat(server.asked).noneMatch(each -> each.method().equals("PATCH"));
  }

  @Test
  void faultsOfTheClusterAreTriedAgain() {
    into(Map.of(), null);
    for (int status : List.of(401, 403, 404, 429, 500, 503)) {
      server.answer("PATCH", status, "namespaces \"apps\" not found");
    }
    deployment.wake();
    waits("it answered 401: namespaces");
    deployment.pass(Duration.ofMinutes(15));
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.SYNCED);
    assertThat(deployment.said).isEmpty();
  }

  @Test
  void redirectionsAreFollowedNowhere() throws IOException {
    try (KubernetesServer other = new KubernetesServer()) {
      into(Map.of(), null);
      for (int status : List.of(302, 307)) {
        server.redirect("GET", status, other.address() + "/taken");
        server.redirect("PATCH", status, other.address() + "/taken");
      }
      deployment.wake();
      deployment.pass(Duration.ofMinutes(2));
      assertThat(other.asked).isEmpty();
      assertThat(server.asked).hasSizeGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void wordsThatMayQuoteWhatWasSentAreNotKept() {
    into(Map.of(), null);
    server.answer("PATCH", 422, "Invalid value: \"sk_live_1\"");
    deployment.wake();
    assertThat(deployment.last()).extracting(Sync::reason).isEqualTo("it answered 422");
  }

  @Test
  void aServerWithAnotherCertificateIsSentNothing() throws IOException {
    try (KubernetesServer other = new KubernetesServer()) {
      into(other.ca(), Map.of(), null);
    }
    deployment.wake();
    waits("no answer: its certificate is not one of those that this destination trusts");
    assertThat(server.asked).isEmpty();
  }

  @Test
  void nobodyThereIsNoAnswer() {
    into(Map.of(), null);
    server.close();
    deployment.wake();
    waits("no answer: ");
  }

  @Test
  void anExternalSecretIsAskedToBeRefreshed() {
    String version = deployment.credentials.keep(LANE.project(), "cluster", "a-service-account");
    Sink.Login login = new Sink.Login.Bearer(List.of(new Credential(version, "ount")));
    set(
        new Sink.ExternalSecret(
            new Sink.Cluster(server.address(), server.ca(), "apps", login), "stripe"));
    deployment.wake();
    waits("there is no such ExternalSecret");
    server.holds("stripe", "");
    deployment.pass(Duration.ofMinutes(1));
    Asked patch = applied();
    assertThat(patch.path())
        .isEqualTo("/apis/external-secrets.io/v1/namespaces/apps/externalsecrets/stripe");
    assertThat(patch.type()).startsWith("application/merge-patch+json");
    assertThat(patch.body())
        .contains("\"force-sync\":\"" + MERGED + "\"")
        .doesNotContain("sk_live");
    assertThat(deployment.last()).extracting(Sync::status).isEqualTo(Status.SYNCED);
  }

  @Test
  void aTestIsADryRun() {
    into(Map.of(), null);
    Check asked = Check.asked(LANE, 1, new PersonId("ada"), Deployment.NOW);
    deployment.feed(Deployment.message(CheckJson.message(asked)));
    assertThat(deployment.checks.of(LANE)).extracting(Check::status).isEqualTo(Check.Status.PASSED);
    assertThat(applied().query()).contains("dryRun=All");
  }
}
