package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.World;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  @Test
  void the_first_admin_is_admin_of_the_organisation() {
    Answer me = World.as(Person.ADA).get("v1/me");
    assertThat(me.body().path("organisationAdmin").asBoolean()).isTrue();
  }

  @Test
  void the_code_makes_no_second_admin() {
    Answer second = bootstrap(World.bootstrapCode(), Person.EVE);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text("/code")).isEqualTo("bootstrapped");
    assertThat(World.as(Person.EVE).get("v1/me").text("/code")).isEqualTo("unknown-person");
  }

  @Test
  void the_first_admin_may_repeat_it() {
    assertThat(bootstrap(World.bootstrapCode(), Person.ADA).status()).isEqualTo(201);
  }

  @Test
  void a_wrong_code_is_refused() {
    Answer wrong = bootstrap("wrong", Person.EVE);
    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.text("/code")).isEqualTo("wrong-code");
  }

  private static Answer bootstrap(String code, Person person) {
    return World.as(person).post("v1/bootstrap", World.bootstrap(code, person));
  }
}
