package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One call asks for what takes back what was merged; another for what takes that back. */
class TakenBackTest {
  private final Scene scene = Scene.askingFor(1);

  private String bytes() {
    return World.SECRETS.text(scene.secret("/db"));
  }

  private Proposal reverting(Proposal merged) {
    Answer answer =
        World.as(Person.DAN).post(merged.path("/revert"), Map.of("message", "It did not help."));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return Proposal.of(answer);
  }

  private void merge(Proposal proposal) {
    assertThat(proposal.approve(Person.AMY).status()).isEqualTo(200);
    assertThat(proposal.merge(Person.DAN).text("/status")).isEqualTo("MERGED");
  }

  @Test
  void what_was_merged_is_taken_back_unseen_and_that_again() {
    String first =
        "{\"KEY\":\"%s\",\"PORT\":5432,\"GONE\":\"%s\"}".formatted(Text.value(), Text.value());
    scene.holds("/db", first);
    Proposal change =
        scene.proposes(
            "/db",
            Map.of(
                "set", Map.of("KEY", Text.value(), "PORT", "5433", "NEW", Text.value()),
                "delete", List.of("GONE")));
    merge(change);
    String second = bytes();
    Proposal back = reverting(change);
    assertThat(back.seenBy(Person.AMY).text("/title"))
        .isEqualTo("Revert " + change.id() + ": " + change.seenBy(Person.AMY).text("/title"));
    merge(back);
    assertThat(bytes()).isEqualTo(first);
    Proposal again = reverting(back);
    merge(again);
    assertThat(bytes()).isEqualTo(second);
  }

  @Test
  void a_document_that_was_taken_away_is_restored_in_aws() {
    scene.holds("/db", "{}");
    Proposal removal = scene.proposes("/db", Map.of("deleteDocument", true));
    merge(removal);
    Answer answer = World.as(Person.DAN).post(removal.path("/revert"), Map.of());
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("/code")).isEqualTo("document-removed");
  }

  @Test
  void what_was_not_merged_cannot_be_taken_back() {
    scene.holds("/db", "{}");
    Proposal open = scene.proposes("/db", "KEY", Text.value());
    Answer answer = World.as(Person.DAN).post(open.path("/revert"), Map.of());
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("/code")).isEqualTo("not-merged");
  }
}
