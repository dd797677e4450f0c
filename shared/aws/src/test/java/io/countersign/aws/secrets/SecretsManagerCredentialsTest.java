package io.countersign.aws.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.project.ProjectId;
import io.countersign.vault.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SecretsManagerCredentialsTest {
  @RegisterExtension static final MotoServer MOTO = new MotoServer();

  private static final ProjectId PROJECT = new ProjectId("payments");
  private static final String TEAM = "team";

  private final String prefix = MOTO.freshName("channels") + "/";
  private final Credentials credentials = new SecretsManagerCredentials(MOTO.client(), prefix);

  @Test
  void eachIsReadByTheVersionThatItWasKeptAs() {
    String first = credentials.keep(PROJECT, TEAM, "xoxb-first");
    String second = credentials.keep(PROJECT, TEAM, "xoxb-second");
    assertThat(credentials.read(PROJECT, TEAM, first)).isEqualTo("xoxb-first");
    assertThat(credentials.read(PROJECT, TEAM, second)).isEqualTo("xoxb-second");
  }

  @Test
  void whatIsNotThereIsNothing() {
    assertThat(credentials.read(PROJECT, TEAM, "00000000-0000-0000-0000-000000000000")).isNull();
  }

  @Test
  void theyLieBelowTheDeploymentsPrefix() {
    credentials.keep(PROJECT, TEAM, "xoxb-first");
    assertThat(MOTO.client().describeSecret(get -> get.secretId(prefix + "payments/team")).name())
        .isEqualTo(prefix + "payments/team");
  }
}
