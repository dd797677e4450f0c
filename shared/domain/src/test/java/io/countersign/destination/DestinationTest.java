package io.countersign.destination;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.name.PathGlob;
import io.countersign.project.Destination;
import io.countersign.project.DestinationId;
import io.countersign.project.DocumentId;
import io.countersign.project.Sink;
import io.countersign.sample.Rulebook;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where documents go, and what cannot go there. */
class DestinationTest {
  @Test
  void itTakesTheDocumentsOfItsEnvironmentOnItsPaths() {
    Destination ssm =
        new Destination(
            new DestinationId("ssm"),
            Rulebook.PROD,
            PathGlob.of("/db/**"),
            new Sink.Parameters("/prod/", false),
            1);
    assertThat(ssm.takes(Rulebook.document("/db/main"))).isTrue();
    assertThat(ssm.takes(Rulebook.document("/web"))).isFalse();
    assertThat(ssm.takes(new DocumentId(Rulebook.STAGING, Rulebook.document("/db/main").path())))
        .isFalse();
  }

  @Test
  void whatIsNotHeldIsSaidOfTenAndTheRestIsCounted() {
    List<Unheld> eleven =
        IntStream.rangeClosed(1, 11).mapToObj(i -> new Unheld("k" + i, "/k" + i, "no")).toList();
    assertThat(Unheld.summary(eleven.subList(0, 2))).isEqualTo("k1: no; k2: no");
    assertThat(Unheld.summary(eleven.subList(0, 10))).endsWith("k10: no");
    assertThat(Unheld.summary(eleven)).endsWith("k10: no; and 1 more");
    assertThat(eleven.getFirst().keepingItsOlderValue())
        .isEqualTo(new Unheld("k1", "/k1", "no; the parameter may hold an older value"));
  }

  @Test
  void aParameterNeverShowsItsValue() {
    assertThat(new Parameter("/prod/db/PASSWORD", "s3cr3t"))
        .hasToString("Parameter[/prod/db/PASSWORD]");
  }
}
