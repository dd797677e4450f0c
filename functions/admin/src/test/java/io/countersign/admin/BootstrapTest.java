package io.countersign.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Role;
import io.countersign.edge.http.Answered;
import io.countersign.edge.http.Calls;
import io.countersign.project.ProjectId;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import io.countersign.store.Entry;
import org.junit.jupiter.api.Test;

/** Whoever gives the one-time code, once (rule 13). */
class BootstrapTest {
  private final Office office = new Office();

  private Answered gives(String by, String id, String name) {
    return office.call(
        Calls.to("POST /v1/bootstrap")
            .by(by)
            .body(
                "{\"code\":\"code\",\"id\":\"%s\",\"name\":\"%s\",\"email\":\"%s@example.com\"}"
                    .formatted(id, name, id)));
  }

  @Test
  void theFirstAdminIsToldWhatTheyAreWhateverTheySayThen() {
    assertThat(gives("ada", "ada", "Ada").status()).isEqualTo(201);
    Answered again = gives("ada", "ada", "Countess");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text("name")).isEqualTo("Ada");
    assertThat(again.header("etag")).isEqualTo("\"1\"");
  }

  @Test
  void nobodyElseIsToldThatTheyAreTheFirst() {
    gives("ada", "ada", "Ada");
    office.write(new Entry.OfPerson(null, People.person("bob")));
    office.write(
        new Entry.OfBinding(ProjectId.ORGANISATION, Rulebook.binding("bob", Role.ADMIN, "bob")));
    assertThat(gives("bob", "bob", "Bob").code()).isEqualTo("bootstrapped");
    assertThat(gives("eve", "eve", "Eve").code()).isEqualTo("bootstrapped");
    assertThat(gives("ada", "eve", "Eve").code()).isEqualTo("bootstrapped");
  }
}
