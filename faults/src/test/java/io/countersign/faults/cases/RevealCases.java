package io.countersign.faults.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.aws.table.Contents;
import io.countersign.edge.http.Calls;
import io.countersign.faults.Case;
import io.countersign.faults.deployed.Deployment;
import io.countersign.faults.deployed.Said;
import io.countersign.json.Json;
import io.countersign.sample.Rulebook;
import org.jspecify.annotations.Nullable;

/** Dan is shown a value: each time that is written down, and before it is shown. */
public final class RevealCases {
  private RevealCases() {}

  public static Case proposed(Deployment deployment) {
    return new Shown(deployment) {
      @Override
      Said reveals() {
        Json.Builder body = document("db").put("key", "PASSWORD");
        return by("dan", deployment.query, "reveal", null, body);
      }

      @Override
      String value(Said said) {
        return value();
      }

      @Override
      long audited(Contents contents) {
        return contents.request(id()).events().stream()
            .filter(each -> each.text().contains("\"type\":\"Revealed\""))
            .count();
      }
    }.on("db").submitted();
  }

  public static Case current(Deployment deployment) {
    return new Shown(deployment) {
      @Override
      Said reveals() {
        Calls call =
            Calls.to("POST /v1/projects/{project}/environments/{environment}/documents/reveal")
                .with("project", Rulebook.PAYMENTS.value())
                .with("environment", Rulebook.PROD.value())
                .by("dan");
        Json.Builder body = Json.object().put("path", path("db")).put("key", "PASSWORD");
        return http(deployment.query, call, null, body);
      }

      @Override
      String value(Said said) {
        return "\"old\"";
      }

      @Override
      long audited(Contents contents) {
        return contents.deeds().stream().filter(each -> each.contains(path("db"))).count();
      }
    }.on("db").submitted();
  }

  private abstract static class Shown extends OnRequest {
    private long shown;

    Shown(Deployment deployment) {
      super(deployment, Rulebook.PROD);
    }

    abstract Said reveals();

    abstract String value(Said said);

    abstract long audited(Contents contents);

    @Override
    public final Said call(String key) {
      Said said = reveals();
      shown += said.text().contains(value(said)) ? 1 : 0;
      assertThat(said.text().contains(value(said))).as("shown: %s", said).isEqualTo(said.well());
      return said;
    }

    @Override
    public final @Nullable String effect(Contents contents) {
      long audited = audited(contents);
      assertThat(audited).as("written down").isGreaterThanOrEqualTo(shown);
      return audited == 0 ? null : "written down";
    }
  }
}
