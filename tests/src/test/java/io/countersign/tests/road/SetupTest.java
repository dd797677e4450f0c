package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.World;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule 13: the first admin sets up alone until there is a second one, and never again. */
class SetupTest {
  private static final String BINDING = "v1/projects/*/bindings/";

  private final Client ada = World.as(Person.ADA);

  @Test
  void the_first_admin_is_alone_until_there_is_a_second_and_never_again() {
    JsonNode alone = ada.get("v1/bootstrap").body();
    assertThat(alone.path("alone").asBoolean()).isTrue();
    assertThat(alone.at("/firstAdmin/id").asText()).isEqualTo("ada");
    assertThat(alone.path("aloneUntil").isNull()).isTrue();
    Guest guest = Guest.arrives();
    assertThat(ada.get("v1/bootstrap").body()).isEqualTo(alone);
    // The other tests go on alone.
    assertThat(World.organisation("OPT_OUT").status()).isBetween(200, 201);
    Map<String, Object> admin = Map.of("role", "admin", "person", guest.id());
    assertThat(ada.put(BINDING + "second", admin).status()).isEqualTo(201);
    JsonNode over = ada.get("v1/bootstrap").body();
    assertThat(over.path("alone").asBoolean()).isFalse();
    assertThat(over.at("/secondAdmin/id").asText()).isEqualTo(guest.id());
    assertThat(guest.calls().get("v1/me").body().path("organisationAdmin").asBoolean()).isTrue();
    guest.leaves();
    assertThat(guest.calls().get("v1/me").text("/code")).isEqualTo("deactivated");
    assertThat(ada.get("v1/bootstrap").body()).isEqualTo(over);
    Answer again =
        World.as(Person.EVE)
            .post("v1/bootstrap", World.bootstrap(World.bootstrapCode(), Person.EVE));
    assertThat(again.text("/code")).isEqualTo("bootstrapped");
  }

  @Test
  void whatever_an_admin_does_one_is_left() {
    Answer last =
        ada.edit(BINDING + "first-admin", Map.of("role", "viewer", "person", Person.ADA.id()));
    assertThat(last.status()).as(last.toString()).isEqualTo(422);
    assertThat(last.text("/code")).isEqualTo("last-admin");
    Answer none = ada.with("If-Match", "\"1\"").delete(BINDING + "first-admin");
    assertThat(none.status()).as(none.toString()).isEqualTo(422);
    assertThat(none.text("/code")).isEqualTo("last-admin");
    assertThat(ada.get(BINDING + "first-admin").text("/role")).isEqualTo("admin");
  }

  @Test
  void what_holds_everywhere_only_admins_of_the_organisation_give_and_see() {
    Answer dan =
        World.as(Person.DAN).put(BINDING + "dans", Map.of("role", "admin", "person", "dan"));
    assertThat(dan.text("/code")).isEqualTo("permission-missing");
    assertThat(World.as(Person.DAN).get("v1/projects/*/bindings").status()).isEqualTo(404);
    assertThat(ada.get("v1/projects/*/bindings").body().path("items").findValuesAsText("id"))
        .contains("first-admin")
        .doesNotContain("dans");
  }
}
