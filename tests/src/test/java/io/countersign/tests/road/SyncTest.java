package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterStringFilter;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;

class SyncTest {
  private final Scene scene = Scene.askingFor(1);
  private final SsmClient parameters = World.stack().client(SsmClient.builder());
  private final String prefix = scene.parameters();

  @Test
  void a_merged_document_is_written_to_parameters_and_what_they_cannot_hold_is_named() {
    destination();
    scene.holds("/db", "{\"odd key\":\"kept\",\"PORT\":5432}");
    String value = Text.value();
    String large = Text.value() + "x".repeat(5000);
    Proposal proposal =
        scene.proposes(
            "/db", Map.of("set", Map.of("PASSWORD", value, "LARGE", large, "EMPTY", "")));
    proposal.approve(Person.AMY);
    assertThat(proposal.merge(Person.AMY).status()).isEqualTo(200);

    JsonNode sync =
        proposal.until(page -> page.at("/syncs/0/status").asText().equals("FAILED")).at("/syncs/0");
    assertThat(sync.path("names").toString()).isEqualTo("[\"odd key\",\"EMPTY\"]");
    assertThat(sync.path("reason").asText()).contains("odd key").contains("EMPTY");
    assertThat(sync.path("versionId").asText())
        .isEqualTo(World.SECRETS.version(scene.secret("/db")));
    assertThat(value("PASSWORD")).isEqualTo(value);
    assertThat(value("PORT")).isEqualTo("5432");
    assertThat(value("LARGE")).isEqualTo(large);
    assertThat(tier("LARGE")).isEqualTo(ParameterTier.ADVANCED);
    assertThat(World.as(Person.DAN).get(proposal.path("/syncs")).body().path("items")).hasSize(1);
  }

  @Test
  void a_document_that_parameters_can_hold_is_synced() {
    destination();
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    proposal.approve(Person.AMY);
    proposal.merge(Person.DAN);
    proposal.until(page -> page.at("/syncs/0/status").asText().equals("SYNCED"));
  }

  @Test
  void a_document_that_goes_takes_its_parameters_with_it() {
    destination();
    scene.holds("/db", "{}");
    for (Map<String, ?> operations :
        List.of(Map.of("set", Map.of("KEY", Text.value())), Map.of("deleteDocument", true))) {
      Proposal proposal = scene.proposes("/db", operations);
      proposal.approve(Person.AMY);
      assertThat(proposal.merge(Person.DAN).status()).isEqualTo(200);
      proposal.until(page -> page.at("/syncs/0/status").asText().equals("SYNCED"));
    }
    assertThatThrownBy(() -> value("KEY")).isInstanceOf(ParameterNotFoundException.class);
  }

  private void destination() {
    assertThat(scene.followed().status()).isEqualTo(201);
  }

  private String value(String key) {
    var parameter =
        parameters.getParameter(get -> get.name(prefix + "db/" + key).withDecryption(true));
    assertThat(parameter.parameter().type()).isEqualTo(ParameterType.SECURE_STRING);
    return parameter.parameter().value();
  }

  private ParameterTier tier(String key) {
    ParameterStringFilter name =
        ParameterStringFilter.builder().key("Name").values(prefix + "db/" + key).build();
    return parameters
        .describeParameters(find -> find.parameterFilters(name))
        .parameters()
        .getFirst()
        .tier();
  }
}
