package io.countersign.aws.parameters;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.DeleteParameterRequest;
import software.amazon.awssdk.services.ssm.model.DeleteParameterResponse;
import software.amazon.awssdk.services.ssm.model.PutParameterRequest;
import software.amazon.awssdk.services.ssm.model.PutParameterResponse;
import software.amazon.awssdk.services.ssm.model.SsmException;

/** A client that keeps what it is asked, and fails with the codes that it is told, in turn. */
final class AnsweringSsm implements SsmClient {
  private final List<PutParameterRequest> puts = new ArrayList<>();
  private final List<String> deleted = new ArrayList<>();
  private final Queue<String> faults = new ArrayDeque<>();

  AnsweringSsm(String... codes) {
    faults.addAll(List.of(codes));
  }

  List<PutParameterRequest> puts() {
    return puts;
  }

  List<String> deleted() {
    return deleted;
  }

  @Override
  public PutParameterResponse putParameter(PutParameterRequest request) {
    puts.add(request);
    fail();
    return PutParameterResponse.builder().build();
  }

  @Override
  public DeleteParameterResponse deleteParameter(DeleteParameterRequest request) {
    deleted.add(request.name());
    fail();
    return DeleteParameterResponse.builder().build();
  }

  private void fail() {
    String code = faults.poll();
    if (code != null) {
      throw SsmException.builder()
          .message("s3cret")
          .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage("s3cret").build())
          .build();
    }
  }

  @Override
  public String serviceName() {
    return "ssm";
  }

  @Override
  public void close() {}
}
