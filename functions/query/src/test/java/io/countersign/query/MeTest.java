package io.countersign.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.ProblemException;
import io.countersign.query.reading.Reader;
import io.countersign.sample.Settled;
import io.countersign.store.FakeTables;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What strangers learn of who they are. */
class MeTest {
  private static final HttpRequest STRANGER =
      new HttpRequest(
          "GET /v1/me",
          "GET",
          "/v1/me",
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of("iss", "https://issuer.example", "sub", "stranger"),
          "");

  private static String refused(FakeTables tables) {
    Me me =
        new Me(tables.store(), tables.registry(), new Reader(tables.store(), tables.registry()));
    return catchThrowableOfType(ProblemException.class, () -> me.me(STRANGER)).problem().code();
  }

  @Test
  void that_there_is_no_admin_is_told_before_there_is_one_and_not_afterwards() {
    assertThat(refused(new FakeTables(Instant::now))).isEqualTo("no-admin-yet");
    assertThat(refused(new Settled().tables)).isEqualTo("unknown-person");
  }
}
