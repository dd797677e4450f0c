package io.countersign.faults.aws;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.ssm.model.SsmException;

/** AWS's refusals, as the SDK throws them. */
final class Refusals {
  private static final Map<String, Supplier<AwsServiceException.Builder>> BY_SERVICE =
      Map.of(
          "DynamoDB", DynamoDbException::builder,
          "EventBridge", EventBridgeException::builder,
          "KMS", KmsException::builder,
          "Secrets Manager", SecretsManagerException::builder,
          "SES", SesV2Exception::builder,
          "SQS", SqsException::builder,
          "SSM", SsmException::builder);

  private Refusals() {}

  static AwsServiceException throttled(Site site) {
    return refusal(
        site.service(),
        site.service().equals("DynamoDB")
            ? "ProvisionedThroughputExceededException"
            : "ThrottlingException");
  }

  static AwsServiceException denied(Site site) {
    return refusal(site.service(), "AccessDeniedException");
  }

  /** Another transaction is in the way. */
  static AwsServiceException conflict(SdkRequest request) {
    if (request instanceof TransactWriteItemsRequest transaction) {
      CancellationReason reason = CancellationReason.builder().code("TransactionConflict").build();
      return (AwsServiceException)
          TransactionCanceledException.builder()
              .cancellationReasons(transaction.transactItems().stream().map(_ -> reason).toList())
              .awsErrorDetails(details("TransactionCanceledException"))
              .statusCode(400)
              .build();
    }
    return (AwsServiceException)
        TransactionConflictException.builder()
            .awsErrorDetails(details("TransactionConflictException"))
            .statusCode(400)
            .build();
  }

  private static AwsServiceException refusal(String service, String code) {
    return Objects.requireNonNull(BY_SERVICE.get(service), service)
        .get()
        .awsErrorDetails(details(code))
        .statusCode(400)
        .build();
  }

  private static AwsErrorDetails details(String code) {
    return AwsErrorDetails.builder().errorCode(code).errorMessage("a fault of the test").build();
  }
}
