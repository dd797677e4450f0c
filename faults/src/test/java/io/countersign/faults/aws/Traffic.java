package io.countersign.faults.aws;

import io.countersign.aws.table.Write;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * What has left for others by the bus, a queue or mail, whatever its sender learnt of that; and
 * what functions have asked to write.
 */
public final class Traffic {
  private final List<String> events = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();
  private final List<About> mails = new ArrayList<>();
  private final Set<FunctionWrite> writes = new LinkedHashSet<>();

  private record About(String request, String event) {}

  Traffic() {}

  void asked(String function, SdkRequest request) {
    Write.of(request).map(each -> FunctionWrite.by(function, each)).forEach(writes::add);
  }

  void sent(SdkRequest request) {
    switch (request) {
      case PutEventsRequest put ->
          put.entries().stream().map(PutEventsRequestEntry::detail).forEach(events::add);
      case SendMessageRequest send -> messages.add(send.messageBody());
      case SendEmailRequest send -> mails.add(new About(tag(send, "request"), tag(send, "event")));
      default -> {}
    }
  }

  private static String tag(SendEmailRequest send, String name) {
    return send.emailTags().stream()
        .filter(tag -> tag.name().equals(name))
        .map(tag -> tag.value())
        .findFirst()
        .orElse("");
  }

  /** Takes the details of the events since the last time. */
  public List<String> events() {
    return taken(events);
  }

  /** Takes the bodies of the messages since the last time. */
  public List<String> messages() {
    return taken(messages);
  }

  /** How many mails were ever sent about what is called so of a request. */
  public long mails(String request, String word) {
    About about = new About(request, word.replace(' ', '-'));
    return mails.stream().filter(about::equals).count();
  }

  /** Which functions have written where. */
  public Set<FunctionWrite> writes() {
    return writes;
  }

  private static List<String> taken(List<String> all) {
    List<String> taken = List.copyOf(all);
    all.clear();
    return taken;
  }
}
