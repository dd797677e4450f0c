package io.countersign.aws.container;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/**
 * Tokens by which EKS knows an IAM role: a question to STS for who one is, signed for a minute and
 * for one cluster, which the cluster asks in our place.
 */
public final class EksTokens implements UnaryOperator<String> {
  private static final String BEGINNING = "k8s-aws-v1.";
  private static final String CLUSTER = "x-k8s-aws-id";
  private static final Duration LASTING = Duration.ofSeconds(60);

  private final AwsCredentialsProvider credentials;
  private final String region;

  public EksTokens(AwsCredentialsProvider credentials, String region) {
    this.credentials = credentials;
    this.region = region;
  }

  @Override
  public String apply(String cluster) {
    SdkHttpRequest question =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .protocol("https")
            .host("sts." + region + ".amazonaws.com")
            .encodedPath("/")
            .putRawQueryParameter("Action", "GetCallerIdentity")
            .putRawQueryParameter("Version", "2011-06-15")
            .putHeader(CLUSTER, cluster)
            .build();
    String signed =
        AwsV4HttpSigner.create()
            .sign(
                sign ->
                    sign.identity(credentials.resolveCredentials())
                        .request(question)
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "sts")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(
                            AwsV4FamilyHttpSigner.AUTH_LOCATION,
                            AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, LASTING))
            .request()
            .getUri()
            .toString();
    return BEGINNING
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(signed.getBytes(StandardCharsets.UTF_8));
  }
}
