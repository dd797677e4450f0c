package io.countersign.tests.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.text.Text;
import java.util.List;
import java.util.Map;

/**
 * A merge of {@code /a} and {@code /b} that failed (rule 9): it was killed when all had moved;
 * before it was gone on with, somebody overwrote {@code /b} and AWS denied {@code /a}.
 *
 * @param value what its author wanted KEY to be in both
 */
public record FailedMerge(Scene scene, String policy, Proposal proposal, String value) {
  /** What both documents held. */
  public static final String OLD = "{\"KEY\":\"old\"}";

  /** Makes one. */
  public static FailedMerge happens() {
    Scene scene = Scene.unprotected();
    String policy = scene.policy(scene.policyBody(1));
    return in(scene, policy, "");
  }

  /** Makes one that goes around its approvers, who are two. */
  public static FailedMerge around(String why) {
    Scene scene = Scene.askingFor(2, Map.of("bypass", Map.of("who", "ANYONE")));
    String value = Text.value();
    Proposal proposal = proposed(scene, "", value);
    World.stack().killOnNextCall("merge", 2, "UpdateSecretVersionStage");
    assertThat(proposal.bypass(Person.DAN, why).status()).isEqualTo(202);
    return failed(scene, "", proposal, "", value);
  }

  /** Makes one below a path of a project where one approval is enough. */
  public static FailedMerge in(Scene scene, String policy, String path) {
    String value = Text.value();
    Proposal agreed = proposed(scene, path, value);
    agreed.approve(Person.AMY);
    killed(2, "UpdateSecretVersionStage", agreed, "merge");
    return failed(scene, policy, agreed, path, value);
  }

  private static Proposal proposed(Scene scene, String path, String value) {
    scene.holds(path + "/a", OLD);
    scene.holds(path + "/b", OLD);
    World.SECRETS.keep(scene.secret(path + "/b"));
    Map<String, Object> set = Map.of("set", Map.of("KEY", value));
    return scene.proposesAll(
        List.of(Scene.change(path + "/a", set), Scene.change(path + "/b", set)));
  }

  private static FailedMerge failed(
      Scene scene, String policy, Proposal killed, String path, String value) {
    String one = scene.secret(path + "/a");
    String other = scene.secret(path + "/b");
    await().until(() -> List.of(one, other).stream().allMatch(each -> holds(each, value)));
    World.SECRETS.write(other, "{\"KEY\":\"theirs\"}");
    World.SECRETS.write(other, "{\"KEY\":\"theirs too\"}");
    World.SECRETS.deny(one, "PutSecretValue");
    assertThat(killed.merge(Person.DAN).status()).as("its holder may be alive").isEqualTo(202);
    Times.lapse(killed);
    Answer end = killed.merge(Person.DAN);
    assertThat(end.status()).as(end.toString()).isEqualTo(409);
    assertThat(end.text("/code")).isEqualTo("merge-failed");
    assertThat(end.text("/present/remains/0/state")).isEqualTo("HELD");
    return new FailedMerge(scene, policy, killed, value);
  }

  private static boolean holds(String secret, String value) {
    return World.SECRETS.text(secret).contains(value);
  }

  /** Calls, and the function dies; what API Gateway answers then is its own. */
  public static void killed(int requests, String operation, Proposal proposal, String way) {
    World.stack().killOnNextCall("merge", requests, operation);
    Answer cut =
        World.as(Person.DAN)
            .api()
            .post(proposal.path("/" + way), Text.of(Map.of("digest", proposal.digest())));
    assertThat(cut.status()).as(cut.toString()).isGreaterThanOrEqualTo(500);
  }
}
