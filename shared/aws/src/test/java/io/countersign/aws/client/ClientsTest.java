package io.countersign.aws.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

final class ClientsTest {
  @Test
  void everyCallEndsLongBeforeItsFunctionDoes() {
    try (SecretsManagerClient client =
        Clients.build(SecretsManagerClient.builder().region(Region.EU_CENTRAL_1))) {
      ClientOverrideConfiguration limits =
          client.serviceClientConfiguration().overrideConfiguration();
      assertThat(limits.apiCallAttemptTimeout()).contains(Duration.ofSeconds(3));
      assertThat(limits.apiCallTimeout()).contains(Duration.ofSeconds(8));
    }
  }

  @Test
  void aCallIsTriedThreeTimesAtMost() {
    try (SecretsManagerClient client =
        Clients.build(SecretsManagerClient.builder().region(Region.EU_CENTRAL_1))) {
      assertThat(
              client
                  .serviceClientConfiguration()
                  .overrideConfiguration()
                  .retryStrategy()
                  .orElseThrow()
                  .maxAttempts())
          .isEqualTo(3);
    }
  }

  @Test
  void warmingNeedsNoNetwork() {
    System.setProperty("https.proxyHost", "127.0.0.1");
    System.setProperty("https.proxyPort", "1");
    try {
      assertThatCode(Clients::warm).doesNotThrowAnyException();
    } finally {
      System.clearProperty("https.proxyHost");
      System.clearProperty("https.proxyPort");
    }
  }
}
