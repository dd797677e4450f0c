package io.countersign.tests.stage;

import io.countersign.local.LocalStack;
import io.countersign.local.people.Person;
import java.time.Instant;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What SES says of mails, put where its rule would put it: the emulator's SES says nothing. */
public final class MailReports {
  private MailReports() {}

  /** That the mail about the event of that number has arrived. */
  public static void delivered(Proposal proposal, long sequence, String word, Person reader) {
    put(proposal, sequence, word, reader, "Email Delivered", "\"eventType\":\"Delivery\"");
  }

  /** That it came back for good. */
  public static void bounced(Proposal proposal, long sequence, String word, Person reader) {
    put(
        proposal,
        sequence,
        word,
        reader,
        "Email Bounced",
        """
        "eventType":"Bounce","bounce":{"bounceType":"Permanent","bounceSubType":"General",
        "bouncedRecipients":[{"emailAddress":"%s","action":"failed","status":"5.1.1",
        "diagnosticCode":"smtp; 550 5.1.1 user unknown"}],"timestamp":"%s"}"""
            .formatted(reader.email(), Instant.now()));
  }

  private static void put(
      Proposal proposal, long sequence, String word, Person reader, String type, String what) {
    String body =
        """
        {"version":"0","id":"5b0c7a52-2f0e-4c0f-8a30-3c9f3a2a1e55","detail-type":"%s",
        "source":"aws.ses","account":"000000000000","time":"%s","region":"%s","resources":[],
        "detail":{%s,"mail":{"timestamp":"%s","messageId":"m","destination":["%s"],
        "tags":{"ses:configuration-set":["%s"],"request":["%s"],"event":["%s"],
        "delivery":["%d-%s"]}}}}"""
            .formatted(
                type,
                Instant.now(),
                LocalStack.REGION,
                what,
                Instant.now(),
                reader.email(),
                LocalStack.STACK,
                proposal.id(),
                word.replace(' ', '-'),
                sequence,
                reader.id());
    try (SqsClient queues = World.stack().client(SqsClient.builder())) {
      String queue = LocalStack.STACK + "-mail-reports";
      String url = queues.getQueueUrl(get -> get.queueName(queue)).queueUrl();
      queues.sendMessage(send -> send.queueUrl(url).messageBody(body));
    }
  }
}
