package io.countersign.aws.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.name.Token;
import io.countersign.vault.Proposals;
import io.countersign.vault.ProposalsContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SecretsManagerProposalsTest extends ProposalsContract {
  @RegisterExtension static final MotoServer MOTO = new MotoServer();

  @Override
  protected Proposals proposals() {
    return below(MOTO.freshName("pending") + "/");
  }

  private static Proposals below(String prefix) {
    return new SecretsManagerProposals(MOTO.client(), prefix);
  }

  @Test
  void onlyWhatIsBelowThePrefixIsListed() {
    String prefix = MOTO.freshName("pending");
    below(prefix + "/").write("payments-1/a/0", Token.of("first"), "text");
    below(prefix + "-other/").write("payments-1/b/0", Token.of("first"), "text");
    assertThat(below(prefix + "/").list()).containsOnlyKeys("payments-1/a/0");
  }
}
