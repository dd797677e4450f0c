package io.countersign.tests.bypass;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.FailedMerge;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A bypass that failed was live for a while: it is looked at like one that did not. */
class FailedBypassTest {
  private static final String WHY = "The provider has leaked it, and nobody answers.";

  private final FailedMerge merge = FailedMerge.around(WHY);
  private final Proposal proposal = merge.proposal();

  private List<String> listed(String reviewed) {
    return World.as(Person.ADA)
        .get("v1/change-requests?reviewed=" + reviewed + "&project=" + merge.scene().project())
        .body()
        .path("items")
        .findValuesAsText("id")
        .stream()
        .filter(id -> id.startsWith(merge.scene().project()))
        .toList();
  }

  @Test
  void it_stays_on_the_list_of_those_not_reviewed_also_once_it_is_undone() {
    assertThat(listed("false")).containsExactly(proposal.id());
    World.SECRETS.allow(merge.scene().secret("/a"));
    assertThat(proposal.takeUp(Person.DAN, "undo").text("/status")).isEqualTo("OPEN");
    assertThat(World.SECRETS.text(merge.scene().secret("/a"))).isEqualTo(FailedMerge.OLD);
    assertThat(listed("false")).containsExactly(proposal.id());
    assertThat(proposal.seenBy(Person.BOB).body().path("may").toString()).contains("acknowledge");
    Answer acknowledged = proposal.acknowledge(Person.BOB);
    assertThat(acknowledged.status()).as(acknowledged.toString()).isEqualTo(200);
    assertThat(acknowledged.text("/status")).isEqualTo("OPEN");
    assertThat(listed("false")).isEmpty();
    assertThat(listed("true")).containsExactly(proposal.id());
  }

  @Test
  void finishing_it_is_mailed_as_its_start_was_and_looked_at_anew() {
    assertThat(proposal.acknowledge(Person.BOB).text("/status")).isEqualTo("FAILED");
    World.SECRETS.allow(merge.scene().secret("/a"));
    World.SECRETS.write(merge.scene().secret("/b"), FailedMerge.OLD);
    Answer finished = proposal.takeUp(Person.AMY, "finish");
    assertThat(finished.text("/status")).as(finished.toString()).isEqualTo("BYPASSED");
    assertThat(listed("false")).containsExactly(proposal.id());
    JsonNode page = proposal.until(each -> told(each) == 6);
    assertThat(page.path("timeline").toString())
        .contains("to finish what had failed, without its approvers: " + WHY);
  }

  /** How many were mailed of its two starts: all approvers, and the admin. */
  private static long told(JsonNode page) {
    return page.path("deliveries").findValuesAsText("event").stream()
        .filter("Merge Started"::equals)
        .count();
  }
}
