package io.countersign.aws.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.vault.Inventory;
import io.countersign.vault.Outsider;
import io.countersign.vault.Seen;
import io.countersign.vault.Vault;
import io.countersign.vault.VaultContract;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ReplicaRegionType;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

final class SecretsManagerVaultTest extends VaultContract {
  @RegisterExtension static final MotoServer MOTO = new MotoServer();

  @Override
  protected Vault vault() {
    return new SecretsManagerVault(MOTO.client(), InstantSource.system());
  }

  @Override
  protected Inventory inventory() {
    return new SecretsManagerInventory(MOTO.client());
  }

  @Override
  protected Outsider outsider() {
    return new SdkOutsider(MOTO.client());
  }

  @Override
  protected String freshName() {
    return MOTO.freshName("prod/db");
  }

  @Test
  void aReplicaIsHeldInItsRegionAndNotInItsHome() {
    String name = freshName();
    ReplicaRegionType away = ReplicaRegionType.builder().region("eu-west-1").build();
    MOTO.client()
        .createSecret(create -> create.name(name).secretString("{}").addReplicaRegions(away));
    try (SecretsManagerClient client = MOTO.client(Region.EU_WEST_1)) {
      assertThat(hindrance(new SecretsManagerVault(client, InstantSource.system()), name))
          .isEqualTo(Seen.Hindrance.REPLICA);
    }
    assertThat(hindrance(vault(), name)).isNull();
  }

  @Test
  void aSecretOfAnotherServiceIsHeld() {
    String name = freshName();
    // How moto marks one; AWS lets nobody write such a tag.
    Tag owner = Tag.builder().key("aws:secretsmanager:owningService").value("rds").build();
    MOTO.client().createSecret(create -> create.name(name).secretString("{}").tags(owner));
    assertThat(hindrance(vault(), name)).isEqualTo(Seen.Hindrance.MANAGED);
  }

  private static Seen.@Nullable Hindrance hindrance(Vault vault, String name) {
    return ((Seen.Present) vault.read(name)).hindrance();
  }
}
