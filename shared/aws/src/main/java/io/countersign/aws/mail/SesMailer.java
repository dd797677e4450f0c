package io.countersign.aws.mail;

import io.countersign.delivery.Addresses;
import io.countersign.delivery.Mail;
import io.countersign.delivery.Mailer;
import io.countersign.delivery.MailerUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.MailFromDomainNotVerifiedException;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/** Sends by SES; it takes care of the Message-ID, so mails are threaded by a root of our making. */
public final class SesMailer implements Mailer {
  private static final int LONGEST_REASON = 300;

  private final SesV2Client client;
  private final String sender;
  private final String configurationSet;

  public SesMailer(SesV2Client client, String sender, String configurationSet) {
    this.client = client;
    this.sender = sender;
    this.configurationSet = configurationSet;
  }

  @Override
  public Sending send(Mail mail) {
    try {
      return new Sending.Accepted(client.sendEmail(request(mail)).messageId());
    } catch (BadRequestException
        | MessageRejectedException
        | MailFromDomainNotVerifiedException e) {
      return new Sending.Refused(reason(e));
    } catch (SdkException e) {
      String code = e instanceof AwsServiceException fault ? code(fault) : name(e);
      throw new MailerUnavailable("SES SendEmail: " + code, e);
    }
  }

  private SendEmailRequest request(Mail mail) {
    List<MessageTag> tags = new ArrayList<>();
    mail.tags()
        .forEach((name, value) -> tags.add(MessageTag.builder().name(name).value(value).build()));
    return SendEmailRequest.builder()
        .fromEmailAddress(sender)
        .destination(to -> to.toAddresses(mail.to()))
        .configurationSetName(configurationSet)
        .emailTags(tags)
        .content(
            content ->
                content.simple(
                    simple ->
                        simple
                            .subject(utf8(mail.subject()))
                            .body(body -> body.html(utf8(mail.html())).text(utf8(mail.text())))
                            .headers(
                                header("Auto-Submitted", "auto-generated"),
                                header("X-Auto-Response-Suppress", "All"),
                                header("References", mail.thread()),
                                header("In-Reply-To", mail.thread()))))
        .build();
  }

  private static Content utf8(String text) {
    return Content.builder().data(text).charset(StandardCharsets.UTF_8.name()).build();
  }

  private static MessageHeader header(String name, String value) {
    return MessageHeader.builder().name(name).value(value).build();
  }

  /** SES's own words but for addresses, for whoever looks why a mail did not come. */
  private static String reason(AwsServiceException e) {
    String words = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorMessage();
    String reason =
        "SES refused it: " + Addresses.hidden(Objects.requireNonNullElse(words, code(e)));
    return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
  }

  private static String code(AwsServiceException e) {
    return e.awsErrorDetails() == null ? name(e) : e.awsErrorDetails().errorCode();
  }

  private static String name(Exception e) {
    return e.getClass().getSimpleName();
  }
}
