package io.countersign.aws.client;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.warmup.SdkWarmUp;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/** Builds the SDK's clients, all alike: region and endpoint from the environment, short limits. */
public final class Clients {
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration ATTEMPT = Duration.ofSeconds(3);
  private static final Duration CALL = Duration.ofSeconds(8);

  private Clients() {}

  /**
   * Loads and runs once what the clients of the artifact's services need for a call, without
   * credentials: for the time before a snapshot. It takes a second or two, and does what it can
   * where there is no network.
   */
  public static void warm() {
    SdkWarmUp.warmUp();
  }

  /** A client of a service; nothing is looked up or opened yet. */
  public static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C build(
      B builder) {
    return builder
        .httpClientBuilder(
            Apache5HttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ATTEMPT))
        .overrideConfiguration(
            configuration ->
                configuration
                    .apiCallAttemptTimeout(ATTEMPT)
                    .apiCallTimeout(CALL)
                    .retryStrategy(RetryMode.STANDARD))
        .build();
  }
}
