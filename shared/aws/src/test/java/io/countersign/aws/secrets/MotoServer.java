package io.countersign.aws.secrets;

import java.net.URI;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Secrets Manager as moto plays it, in a process of its own: started for the first class that asks
 * for it, stopped after the last test.
 */
final class MotoServer implements BeforeAllCallback {
  private static final Namespace NAMESPACE = Namespace.create(MotoServer.class);
  private static final AtomicInteger NAMES = new AtomicInteger();

  private @Nullable Running running;

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent(Running.class, _ -> Running.start(), Running.class);
  }

  /** The server's client in its home region. */
  SecretsManagerClient client() {
    return Objects.requireNonNull(running).client();
  }

  /** A client of the same server in another region; the caller closes it. */
  SecretsManagerClient client(Region region) {
    return Running.client(Objects.requireNonNull(running).process().address(), region);
  }

  /** A name that no other test uses. */
  String freshName(String beginning) {
    return beginning + NAMES.incrementAndGet();
  }

  record Running(MotoProcess process, SecretsManagerClient client) implements AutoCloseable {
    static Running start() {
      MotoProcess process = MotoProcess.start();
      return new Running(process, client(process.address(), Region.EU_CENTRAL_1));
    }

    static SecretsManagerClient client(URI address, Region region) {
      return SecretsManagerClient.builder()
          .endpointOverride(address)
          .region(region)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
          .httpClientBuilder(Apache5HttpClient.builder())
          .build();
    }

    @Override
    public void close() {
      client.close();
      process.close();
    }
  }
}
