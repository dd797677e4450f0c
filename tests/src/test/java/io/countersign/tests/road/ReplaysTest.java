package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.bus.Tap;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Checkout;
import io.countersign.tests.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** A consumer that was away has what happened told once more, and nobody else is woken by it. */
class ReplaysTest {
  @Test
  void what_was_published_comes_again_as_it_was() {
    Scene scene = Scene.askingFor(1);
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    assertThat(proposal.approve(Person.BOB).status()).isBetween(200, 299);
    assertThat(proposal.merge(Person.DAN).status()).isBetween(200, 299);
    World.BUS.typesUntil(proposal.id(), "Secrets Changed");
    SortedMap<Integer, JsonNode> first = World.BUS.of(proposal.id());
    Tap tap = Tap.onReplays(World.stack(), "replays");
    Answer answer =
        World.as(Person.ADA)
            .post(
                scene.path("/replays"),
                Map.of("from", first.firstEntry().getValue().at("/detail/at").asText()));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.body().path("published").asInt()).isEqualTo(first.size());
    assertThat(answer.body().path("next").isNull()).isTrue();
    await().until(() -> tap.of(proposal.id()).size() == first.size());
    assertThat(told(tap.of(proposal.id()))).isEqualTo(told(first));
    assertThat(World.BUS.of(proposal.id())).isEqualTo(first);
  }

  @Test
  void the_command_says_how_many_came() throws IOException, InterruptedException {
    Scene scene = Scene.askingFor(1);
    scene.proposes("/db", "KEY", Text.value());
    ProcessBuilder command =
        new ProcessBuilder(
            "python3",
            Checkout.at(Path.of("dev")).toString(),
            "replay",
            World.stack().api().toString(),
            scene.project(),
            "2026-01-01T00:00:00Z");
    String bearer = World.stack().as(Person.ADA).headers().getOrDefault("Authorization", "");
    command.environment().put("COUNTERSIGN_TOKEN", bearer.replace("Bearer ", ""));
    Process process = command.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).isEqualTo("1 events\n");
  }

  private static List<String> told(SortedMap<Integer, JsonNode> envelopes) {
    List<String> told = new ArrayList<>();
    envelopes
        .values()
        .forEach(each -> told.add(each.path("detail-type").asText() + " " + each.path("detail")));
    return told;
  }
}
