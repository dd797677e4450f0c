package io.countersign.faults.aws;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** What has left for others by the bus, a queue or mail, whatever its sender learnt of that. */
public final class Traffic {
  private final List<String> events = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();
  private final List<String> mails = new ArrayList<>();

  Traffic() {}

  void sent(SdkRequest request) {
    switch (request) {
      case PutEventsRequest put ->
          put.entries().stream().map(PutEventsRequestEntry::detail).forEach(events::add);
      case SendMessageRequest send -> messages.add(send.messageBody());
      case SendEmailRequest send ->
          mails.add(
              send.emailTags().stream()
                  .filter(tag -> tag.name().equals("request"))
                  .map(tag -> tag.value())
                  .findFirst()
                  .orElse(""));
      default -> {}
    }
  }

  /** Takes the details of the events since the last time. */
  public List<String> events() {
    return taken(events);
  }

  /** Takes the bodies of the messages since the last time. */
  public List<String> messages() {
    return taken(messages);
  }

  /** How many mails were ever sent about a request. */
  public long mails(String request) {
    return mails.stream().filter(request::equals).count();
  }

  private static List<String> taken(List<String> all) {
    List<String> taken = List.copyOf(all);
    all.clear();
    return taken;
  }
}
