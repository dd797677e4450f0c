package io.countersign.tests.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Forged;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody gets in without a token that the issuer gave to a person of the directory. */
class BadTokenTest {
  private final Scene scene = Scene.unprotected();

  @Test
  void without_a_token_nothing_is_answered_and_nothing_done() {
    assertThat(World.anonymous().get("v1/me").status()).isEqualTo(401);
    assertThat(World.anonymous().post("v1/change-requests", submission()).status()).isEqualTo(401);
    assertThat(scene.requests()).isZero();
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void a_foreign_token_is_as_none(String token) {
    assertThat(World.with(token).get("v1/me").status()).isEqualTo(401);
    assertThat(World.with(token).post("v1/change-requests", submission()).status()).isEqualTo(401);
    assertThat(scene.requests()).isZero();
  }

  static Stream<String> foreign() {
    String real = World.stack().people().token(Person.ADA);
    return Stream.of("nonsense", Forged.unsigned(real), Forged.bySomebodyElse(real));
  }

  @Test
  void an_expired_token_is_as_none() {
    Guest guest = Guest.arrives();
    String brief = Forged.brief(guest);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> World.with(brief).get("v1/me").status() == 401);
    assertThat(guest.calls().get("v1/me").status()).isEqualTo(200);
  }

  @Test
  void somebody_unknown_to_the_directory_is_told_what_to_hand_to_an_admin() {
    Answer stranger = World.as(Person.EVE).post("v1/change-requests", submission());
    assertThat(stranger.status()).isEqualTo(403);
    assertThat(stranger.text("/code")).isEqualTo("unknown-person");
    assertThat(stranger.text("/detail"))
        .contains(World.issuer())
        .contains(World.stack().people().subject(Person.EVE));
    assertThat(scene.requests()).isZero();
  }

  private Map<String, Object> submission() {
    return scene.submission("/db", Map.of("set", Map.of("KEY", Text.value())));
  }
}
