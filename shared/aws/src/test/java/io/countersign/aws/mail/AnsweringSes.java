package io.countersign.aws.mail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailResponse;

/** A client that keeps what it is asked, and accepts it or fails as it is told. */
final class AnsweringSes implements SesV2Client {
  private final List<SendEmailRequest> asked = new ArrayList<>();
  private final @Nullable SdkException fault;

  AnsweringSes(@Nullable SdkException fault) {
    this.fault = fault;
  }

  SendEmailRequest last() {
    return asked.getLast();
  }

  @Override
  public SendEmailResponse sendEmail(SendEmailRequest request) {
    asked.add(request);
    if (fault != null) {
      throw fault;
    }
    return SendEmailResponse.builder().messageId("message-" + asked.size()).build();
  }

  @Override
  public String serviceName() {
    return "ses";
  }

  @Override
  public void close() {}
}
