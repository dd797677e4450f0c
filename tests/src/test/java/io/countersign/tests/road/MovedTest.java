package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Amended;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Before a merge is tried, everybody who sees the request sees that the store moved on. */
class MovedTest {
  private final Scene scene = Scene.askingFor(1);
  private final String value = Text.value();

  private static JsonNode moved(Proposal proposal, Person person) {
    return World.as(person).get(proposal.path("/moved")).body().path("items");
  }

  @Test
  void
      a_write_since_the_revision_is_said_until_it_is_rebased_and_is_the_same_whatever_was_written() {
    scene.holds("/db", "{\"KEY\":\"old\"}");
    Proposal proposal = scene.proposes("/db", "KEY", value);
    assertThat(moved(proposal, Person.AMY)).isEmpty();
    World.SECRETS.write(scene.secret("/db"), "{\"KEY\":\"theirs\"}");
    JsonNode another = moved(proposal, Person.AMY);
    assertThat(another.at("/0/fate").asText()).isEqualTo("WRITTEN");
    assertThat(another.at("/0/message").asText()).contains("prod:/db was written to since");
    World.SECRETS.write(scene.secret("/db"), "{\"KEY\":\"" + value + "\"}");
    assertThat(moved(proposal, Person.AMY)).isEqualTo(another);
    Proposal rebased = Amended.rebase(proposal).madeBy(Person.DAN);
    assertThat(moved(rebased, Person.AMY)).isEmpty();
  }

  @Test
  void a_document_that_was_made_or_is_gone_since_is_said_until_the_request_ends() {
    scene.holds("/gone", "{\"KEY\":\"old\"}");
    Proposal made = scene.proposes("/new", "KEY", value);
    Proposal gone = scene.proposes("/gone", "KEY", value);
    scene.holds("/new", "{}");
    World.SECRETS.delete(scene.secret("/gone"));
    assertThat(moved(made, Person.DAN).at("/0/fate").asText()).isEqualTo("MADE");
    assertThat(moved(gone, Person.DAN).at("/0/fate").asText()).isEqualTo("GONE");
    World.as(Person.DAN).post(gone.path("/withdraw"), Map.of());
    assertThat(moved(gone, Person.DAN)).isEmpty();
  }
}
