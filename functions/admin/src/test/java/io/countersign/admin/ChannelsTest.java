package io.countersign.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.channel.Condition;
import io.countersign.channel.Trial;
import io.countersign.directory.Role;
import io.countersign.edge.http.Answered;
import io.countersign.edge.http.Calls;
import io.countersign.policy.Rules;
import io.countersign.project.Channel;
import io.countersign.project.ChannelId;
import io.countersign.project.Prefixes;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import io.countersign.store.Entry;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ada may everything; Dan develops in {@code payments}. */
class ChannelsTest {
  private static final String ONE = "/v1/projects/{project}/channels/{channel}";
  private static final String TOKEN = "xoxb-12345-abcdefWXYZ";
  private static final String HOOK =
      "https://prod-1.westeurope.logic.azure.com/workflows/1/run?sig=secretsecretQRST";
  private static final ChannelId TEAM = new ChannelId("team");

  private final Office office = new Office();

  @BeforeEach
  void setUp() {
    office.begins();
    office.write(new Entry.OfPerson(null, People.person("dan")));
    office.write(new Entry.OfProject(Rulebook.project()));
    office.write(
        new Entry.OfBinding(Rulebook.PAYMENTS, Rulebook.binding("dan", Role.DEVELOPER, "dan")));
  }

  @Test
  void aTokenGoesToItsPlaceAndIsNeverShown() {
    Answered made =
        put("{\"kind\":\"SLACK\",\"conversation\":\"C024BE91L\",\"token\":\"" + TOKEN + "\"}");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.header("etag")).isEqualTo("\"1\"");
    assertThat(made.text()).contains("\"lastFour\":\"WXYZ\"").doesNotContain("abcdef");
    Channel channel = channel();
    assertThat(channel.place()).isEqualTo(new Channel.Place.Slack("C024BE91L"));
    assertThat(channel.toString()).doesNotContain("abcdef");
    assertThat(
            office.credentials.read(
                Rulebook.PAYMENTS, TEAM.value(), channel.credential().secretVersion()))
        .isEqualTo(TOKEN);
  }

  @Test
  void ofAWebhookItsHostIsShown() {
    Answered made = put("{\"kind\":\"TEAMS\",\"webhook\":\"" + HOOK + "\"}");
    assertThat(made.text())
        .contains("\"host\":\"prod-1.westeurope.logic.azure.com\"", "\"lastFour\":\"QRST\"")
        .doesNotContain("secretsecret");
  }

  @Test
  void whoMovesAChannelKeepsItsToken() {
    put("{\"kind\":\"SLACK\",\"conversation\":\"C024BE91L\",\"token\":\"" + TOKEN + "\"}");
    Channel before = channel();
    assertThat(edit("{\"kind\":\"SLACK\",\"conversation\":\"C11111111\"}").status()).isEqualTo(200);
    assertThat(channel())
        .isEqualTo(new Channel(TEAM, new Channel.Place.Slack("C11111111"), before.credential(), 2));
    assertThat(office.credentials.size()).isEqualTo(1);
  }

  @Test
  void aChannelStaysInItsChat() {
    put("{\"kind\":\"SLACK\",\"conversation\":\"C024BE91L\",\"token\":\"" + TOKEN + "\"}");
    Answered refused = edit("{\"kind\":\"TEAMS\",\"webhook\":\"" + HOOK + "\"}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("\"field\":\"kind\",\"rule\":\"fixed\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'kind':'IRC'}|kind",
        "{'kind':'SLACK','token':'xoxb-12345-abcdef'}|conversation",
        "{'kind':'SLACK','conversation':'#team','token':'xoxb-12345-abcdef'}|conversation",
        "{'kind':'SLACK','conversation':'C024BE91L'}|token",
        "{'kind':'SLACK','conversation':'C024BE91L','token':'xoxp-12345-abcdef'}|token",
        "{'kind':'SLACK','conversation':'C024BE91L','token':'xoxb-12345\\r\\nabcdef'}|token",
        "{'kind':'SLACK','conversation':'C024BE91L','webhook':'https://x'}|webhook",
        "{'kind':'TEAMS'}|webhook",
        "{'kind':'TEAMS','webhook':'secretsecret'}|webhook",
        "{'kind':'TEAMS','webhook':'https://secretsecret .logic.azure.com'}|webhook",
        "{'kind':'TEAMS','webhook':'http://secretsecret.logic.azure.com/x'}|webhook",
        "{'kind':'TEAMS','webhook':'https://127.0.0.1:9001/secretsecret'}|webhook",
        "{'kind':'TEAMS','webhook':'https://secretsecret.example/.logic.azure.com'}|webhook",
        "{'kind':'TEAMS','webhook':'https://secretsecret.example?.logic.azure.com'}|webhook",
        "{'kind':'TEAMS','webhook':'https://secretsecret.example#.logic.azure.com'}|webhook",
        "{'kind':'TEAMS','webhook':'https://a.logic.azure.com@secretsecret.example/'}|webhook",
        "{'kind':'TEAMS','webhook':'https://a.logic.azure.com:secretsecret@a.logic.azure.com/'}|webhook"
      })
  void whatIsNoChannelIsRefusedWithoutQuotingIt(String body, String field) {
    Answered refused = put(body.replace('\'', '"'));
    assertThat(refused.status()).as(refused.text()).isIn(400, 422);
    assertThat(refused.text()).contains("\"field\":\"" + field + "\"");
    assertThat(refused.text()).doesNotContain("secretsecret").doesNotContain("abcdef");
    assertThat(office.credentials.size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT " + ONE, "POST " + ONE + "/test", "POST " + ONE + "/confirm"})
  void whoMayNotWriteDestinationsKeepsNothing(String route) {
    Answered refused =
        call(
            route,
            "dan",
            "{\"kind\":\"SLACK\",\"conversation\":\"C024BE91L\",\"token\":\"" + TOKEN + "\"}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("permission-missing");
    assertThat(office.credentials.size()).isZero();
    assertThat(office.trials).isEmpty();
  }

  @Test
  void whoHasNotSeenAChannelAsItIsKeepsNothing() {
    put("{\"kind\":\"TEAMS\",\"webhook\":\"" + HOOK + "\"}");
    assertThat(put("{\"kind\":\"TEAMS\",\"webhook\":\"" + HOOK + "\"}").status()).isEqualTo(428);
    assertThat(office.credentials.size()).isEqualTo(1);
  }

  @Test
  void aTestMessageIsAskedForAndConfirmedByWhoSawIt() {
    put("{\"kind\":\"TEAMS\",\"webhook\":\"" + HOOK + "\"}");
    assertThat(call("POST " + ONE + "/confirm", "ada", "").code()).isEqualTo("not-tested");

    Answered asked = call("POST " + ONE + "/test", "ada", "");
    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.text()).contains("\"status\":\"QUEUED\"", "\"seen\":null");
    assertThat(office.trials).hasSize(1);

    Answered seen = call("POST " + ONE + "/confirm", "ada", "");
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.text()).contains("\"seen\":{\"by\":{");
    assertThat(Objects.requireNonNull(condition().seen()).trial())
        .isEqualTo(office.trials.getFirst().at());
  }

  @Test
  void nobodyHasSeenWhatFailed() {
    put("{\"kind\":\"TEAMS\",\"webhook\":\"" + HOOK + "\"}");
    call("POST " + ONE + "/test", "ada", "");
    Trial failed = office.trials.getFirst().failed("Teams answered 404");
    office.conditions.put(Rulebook.PAYMENTS, failed);
    assertThat(call("POST " + ONE + "/confirm", "ada", "").status()).isEqualTo(409);
  }

  @Test
  void aChannelThatIsNotThereCannotBeTried() {
    assertThat(call("POST " + ONE + "/test", "ada", "").status()).isEqualTo(404);
  }

  @Test
  void aPolicyNamesChannelsOfItsProject() {
    put("{\"kind\":\"TEAMS\",\"webhook\":\"" + HOOK + "\"}");
    office.write(
        new Entry.OfEnvironment(
            Rulebook.PAYMENTS,
            Rulebook.environment(Rulebook.PROD),
            Prefixes.NONE.claimed("prod/", "payments/prod")));
    assertThat(policy("team").text()).contains("\"channels\":[\"team\"]");
    assertThat(rules().policies().getFirst().channels()).containsExactly(TEAM);
    Answered refused = policy("elsewhere");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("names elsewhere, which is no channel of this project");
  }

  private Answered policy(String channel) {
    String body =
        "{\"name\":\"All\",\"targets\":[{\"environment\":\"prod\"}],\"channels\":[\""
            + channel
            + "\"],\"requirements\":[{\"approvals\":1,\"people\":[\"ada\"]}]}";
    return office.call(
        Calls.to("POST /v1/projects/{project}/policies")
            .with("project", "payments")
            .by("ada")
            .body(body));
  }

  private Answered put(String body) {
    return call("PUT " + ONE, "ada", body);
  }

  private Answered edit(String body) {
    return office.call(
        Calls.to("PUT " + ONE)
            .with("project", "payments")
            .with("channel", "team")
            .header("if-match", "\"" + channel().version() + "\"")
            .by("ada")
            .body(body));
  }

  private Answered call(String route, String by, String body) {
    return office.call(
        Calls.to(route).with("project", "payments").with("channel", "team").by(by).body(body));
  }

  private Channel channel() {
    return Objects.requireNonNull(rules().channel(TEAM));
  }

  private Condition condition() {
    return office.conditions.of(Rulebook.PAYMENTS).getOrDefault(TEAM, Condition.NEW);
  }

  private Rules rules() {
    return Objects.requireNonNull(office.tables.store().rules(Rulebook.PAYMENTS));
  }
}
