package io.countersign.aws.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A token is a signed question to STS, for one cluster (the form that EKS takes). */
class EksTokensTest {
  @Test
  void itIsAQuestionThatTheClusterCanAskOnceAndOnlyThere() {
    String token =
        new EksTokens(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")),
                "eu-central-1")
            .apply("apps");
    assertThat(token).startsWith("k8s-aws-v1.").doesNotContain("=", "+", "/");
    URI question =
        URI.create(
            new String(
                Base64.getUrlDecoder().decode(token.substring("k8s-aws-v1.".length())),
                StandardCharsets.UTF_8));
    assertThat(question.getHost()).isEqualTo("sts.eu-central-1.amazonaws.com");
    assertThat(question.getScheme()).isEqualTo("https");
    assertThat(question.getQuery())
        .contains(
            "Action=GetCallerIdentity",
            "X-Amz-Expires=60",
            "X-Amz-SignedHeaders=host;x-k8s-aws-id",
            "X-Amz-Signature=");
  }
}
