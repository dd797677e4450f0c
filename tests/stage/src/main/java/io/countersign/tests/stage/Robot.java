package io.countersign.tests.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.people.MachineClient;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * A machine that Amy owns, as {@code robot} in the directory. Its client exists once, because the
 * deployment has to learn of it.
 */
public record Robot(MachineClient client) {
  private static final Robot ROBOT = made();

  /** The one that all tests share. */
  public static Robot shared() {
    return ROBOT;
  }

  private static Robot made() {
    Robot robot = new Robot(client("robot"));
    assertThat(robot.calls().get("v1/me").text("/code")).isEqualTo("unknown-machine");
    assertThat(robot.write("amy").status()).isEqualTo(201);
    return robot;
  }

  private static MachineClient client(String name) {
    try {
      return World.stack().machine(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The API as the machine calls it, with a token of its own. */
  public Client calls() {
    return World.with(World.stack().token(client));
  }

  /** Gives it to these people; a new machine first. */
  public Answer write(String... owners) {
    Map<String, Object> body =
        Map.of(
            "name",
            "Robot",
            "owners",
            List.of(owners),
            "subject",
            Map.of("issuer", World.issuer(), "subject", client.id()));
    Client ada = World.as(Person.ADA);
    return ada.get("v1/machines/robot").status() == 404
        ? ada.put("v1/machines/robot", body)
        : ada.edit("v1/machines/robot", body);
  }

  /** Makes it a developer there. */
  public void developsIn(Scene scene) {
    assertThat(
            World.as(Person.ADA)
                .put(scene.path("/bindings/robot"), Map.of("role", "developer", "machine", "robot"))
                .status())
        .isEqualTo(201);
  }

  /** Proposes to set one key. */
  public Proposal proposes(Scene scene, String document, String key, String value) {
    Answer answer =
        calls()
            .post(
                "v1/change-requests",
                scene.submission(document, Map.of("set", Map.of(key, value))));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return Proposal.of(answer);
  }
}
