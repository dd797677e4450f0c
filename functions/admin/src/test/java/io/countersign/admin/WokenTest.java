package io.countersign.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.directory.GroupId;
import io.countersign.edge.start.Woken;
import io.countersign.json.Json;
import io.countersign.name.SecretPrefix;
import io.countersign.sample.Settled;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The stored event, fed to the real handler. */
class WokenTest {
  private final Settled settled = new Settled();
  private final RequestStreamHandler handler =
      new AdminHandler(
          Wiring.router(
              settled.tables.store(),
              settled.tables.registry(),
              settled.tables.journal(),
              settled.tables.neighbours(),
              () -> "code",
              new Wiring.Managed(
                  List.of(new SecretPrefix("prod/")),
                  List.of(new SecretPrefix("pending/")),
                  List.of()),
              Silence.delivery(),
              Silence.chat(),
              Silence.past()));

  @Test
  void an_admin_makes_a_policy() {
    Json.Obj answer = Woken.by("admin", handler);
    assertThat(Woken.status(answer)).as(Woken.body(answer)).isEqualTo(201);
    assertThat(settled.rules().policies()).hasSize(2);
  }

  /** Where nobody has to agree, all of it is so at once: the group, and the policy that uses it. */
  @Test
  void an_admin_changes_several_rules_together() {
    Json.Obj answer = Woken.by("admin-governance", handler);
    assertThat(Woken.status(answer)).as(Woken.body(answer)).isEqualTo(200);
    assertThat(Woken.body(answer)).contains("\"applied\":[{\"id\":\"security\"");
    assertThat(settled.rules().policies()).hasSize(2);
    assertThat(settled.tables.store().directory().activeMembers(new GroupId("security")))
        .hasSize(1);
  }
}
