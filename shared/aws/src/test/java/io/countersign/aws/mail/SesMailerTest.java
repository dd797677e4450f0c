package io.countersign.aws.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.countersign.delivery.Mail;
import io.countersign.delivery.Mailer.Sending;
import io.countersign.delivery.MailerUnavailable;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.model.AccountSuspendedException;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.LimitExceededException;
import software.amazon.awssdk.services.sesv2.model.MailFromDomainNotVerifiedException;
import software.amazon.awssdk.services.sesv2.model.Message;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

class SesMailerTest {
  private static final Mail MAIL =
      new Mail(
          "bob@example.com",
          "[payments-7] Rotate",
          "<p>Rotate</p>",
          "Rotate",
          "<payments-7@countersign.example.com>",
          Map.of("request", "payments-7"));

  @Test
  void bothPartsGoToTheOneAddressThroughTheConfigurationSet() {
    AnsweringSes ses = new AnsweringSes(null);
    assertThat(mailer(ses).send(MAIL)).isEqualTo(new Sending.Accepted("message-1"));
    SendEmailRequest sent = ses.last();
    assertThat(sent.fromEmailAddress()).isEqualTo("countersign@example.com");
    assertThat(sent.destination().toAddresses()).containsExactly("bob@example.com");
    assertThat(sent.configurationSetName()).isEqualTo("countersign");
    assertThat(sent.emailTags())
        .extracting(MessageTag::name, MessageTag::value)
        .containsExactly(tuple("request", "payments-7"));
    Message message = sent.content().simple();
    assertThat(message.subject().data()).isEqualTo("[payments-7] Rotate");
    assertThat(message.subject().charset()).isEqualTo("UTF-8");
    assertThat(message.body().html().data()).isEqualTo("<p>Rotate</p>");
    assertThat(message.body().html().charset()).isEqualTo("UTF-8");
    assertThat(message.body().text().data()).isEqualTo("Rotate");
    assertThat(message.body().text().charset()).isEqualTo("UTF-8");
  }

  @Test
  void headersThreadTheMailsOfARequestAndAskForNoAnswers() {
    AnsweringSes ses = new AnsweringSes(null);
    mailer(ses).send(MAIL);
    assertThat(ses.last().content().simple().headers())
        .extracting(MessageHeader::name, MessageHeader::value)
        .containsExactlyInAnyOrder(
            tuple("Auto-Submitted", "auto-generated"),
            tuple("X-Auto-Response-Suppress", "All"),
            tuple("References", "<payments-7@countersign.example.com>"),
            tuple("In-Reply-To", "<payments-7@countersign.example.com>"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatSesRefusesForGoodIsRefusedInItsWords(SesV2Exception.Builder fault) {
    SdkException refusal = with(fault, "Email address is not verified: bob@example.com.");
    assertThat(mailer(new AnsweringSes(refusal)).send(MAIL))
        .isEqualTo(new Sending.Refused("SES refused it: Email address is not verified: (address)"));
  }

  static Stream<SesV2Exception.Builder> refusals() {
    return Stream.of(
        BadRequestException.builder(),
        MessageRejectedException.builder(),
        MailFromDomainNotVerifiedException.builder());
  }

  @Test
  void aLongRefusalIsShortened() {
    SdkException refusal = with(BadRequestException.builder(), "x".repeat(5000));
    assertThat(mailer(new AnsweringSes(refusal)).send(MAIL))
        .isEqualTo(new Sending.Refused("SES refused it: " + "x".repeat(284)));
  }

  @ParameterizedTest
  @MethodSource("absences")
  void whatMayGoWellLaterIsNoRefusal(SdkException fault) {
    assertThatExceptionOfType(MailerUnavailable.class)
        .isThrownBy(() -> mailer(new AnsweringSes(fault)).send(MAIL))
        .withMessageStartingWith("SES SendEmail: ");
  }

  static Stream<SdkException> absences() {
    return Stream.of(
        with(TooManyRequestsException.builder(), "rate"),
        with(LimitExceededException.builder(), "quota"),
        with(SendingPausedException.builder(), "paused"),
        with(AccountSuspendedException.builder(), "suspended"),
        with(NotFoundException.builder(), "no configuration set"),
        SdkClientException.create("connection refused"));
  }

  private static SesMailer mailer(AnsweringSes ses) {
    return new SesMailer(ses, "countersign@example.com", "countersign");
  }

  private static SdkException with(SesV2Exception.Builder fault, String message) {
    AwsErrorDetails details =
        AwsErrorDetails.builder().errorCode("Code").errorMessage(message).build();
    return fault.awsErrorDetails(details).build();
  }
}
