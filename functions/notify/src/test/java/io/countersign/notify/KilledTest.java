package io.countersign.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.delivery.Deliveries;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Delivery.Status;
import io.countersign.delivery.Mail;
import io.countersign.delivery.Rounds.Round;
import io.countersign.directory.Directory;
import io.countersign.directory.Person;
import io.countersign.policy.Reminders;
import io.countersign.request.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Notify dies after any of its calls, before their answers are used; then the message comes again.
 * In the end each reader is told or it is an event that they were not, and nobody is told twice but
 * where it died between sending and writing that down.
 */
class KilledTest {
  private static final Duration LATER = Deliveries.IN_HAND.plusSeconds(1);

  /** One case, from a fresh deployment on. */
  private record Scenario(Consumer<Deployment> before, Consumer<Deployment> woken) {}

  private static final Scenario ASKING = new Scenario(_ -> {}, Deployment::wake);

  private static final Scenario ASKING_NOBODY_REACHABLE =
      new Scenario(
          deployment ->
              List.of("bob", "cem", "eve").forEach(each -> deployment.mailer.refuse(mail(each))),
          Deployment::wake);

  private static final Scenario AROUND =
      new Scenario(
          deployment -> {
            deployment.story = without(Case.standard(), "fay");
            deployment.said.add(Case.submitted("Rotate"));
            deployment.said.add(
                new Event.MergeStarted(
                    Case.id("dana"), Case.DIGEST, Event.Mode.BYPASS, "Leaked.", Case.ids(), true));
          },
          deployment -> deployment.again(2));

  private static final Scenario BOUNCED =
      new Scenario(
          deployment -> {
            AROUND.before().accept(deployment);
            deployment.story = Case.standard();
            deployment.again(2);
          },
          deployment -> deployment.reported("Permanent", 2, "Merge Started", "fay"));

  private static final Scenario REMINDING =
      new Scenario(
          deployment -> {
            deployment.story = Case.standard().reminding(new Reminders(LATER, LATER, 3));
            deployment.wake();
          },
          deployment ->
              deployment.due(new Round(Case.REQUEST, 1, Case.DIGEST, 1, Case.AT.plus(LATER))));

  @Test
  void everyReaderOfASubmissionIsToldOrItIsSaidThatNobodyWas() {
    assertThat(everywhere(ASKING)).isGreaterThan(9);
    assertThat(everywhere(ASKING_NOBODY_REACHABLE)).isGreaterThan(9);
  }

  @Test
  void everyReaderOfABypassIsToldOrItIsSaidThatTheyWereNot() {
    assertThat(everywhere(AROUND)).isGreaterThan(15);
    assertThat(everywhere(BOUNCED)).isGreaterThan(3);
  }

  @Test
  void everyReaderOfAReminderIsTold() {
    assertThat(everywhere(REMINDING)).isGreaterThan(3);
  }

  /** How many places there were to die at. */
  private static int everywhere(Scenario scenario) {
    int calls = 0;
    while (strikes(scenario, calls)) {
      calls++;
    }
    return calls;
  }

  /** Whether it made that many calls and died. */
  private static boolean strikes(Scenario scenario, int after) {
    Deployment deployment = new Deployment();
    scenario.before().accept(deployment);
    long sent = deployment.mailer.sent().size();
    deployment.lives.after(after);
    boolean died = false;
    try {
      scenario.woken().accept(deployment);
    } catch (Lives.Killed e) {
      died = true;
    }
    deployment.lives.forEver();
    for (int again = 0; again < 3; again++) {
      deployment.now = deployment.now.plus(LATER);
      scenario.woken().accept(deployment);
    }
    holds(deployment, sent, died);
    return died;
  }

  private static void holds(Deployment deployment, long sent, boolean died) {
    SortedMap<String, Status> missed = new TreeMap<>();
    for (Delivery each : deployment.deliveries.of(Case.REQUEST)) {
      assertThat(each.status()).as(each.toString()).isNotEqualTo(Status.QUEUED);
      if (each.missed()) {
        missed.put(each.person().value(), each.status());
      }
    }
    List<String> told =
        deployment.said.stream()
            .filter(Event.DeliveryFailed.class::isInstance)
            .flatMap(event -> ((Event.DeliveryFailed) event).unreached().stream())
            .map(each -> each.person().value())
            .sorted()
            .toList();
    assertThat(told).isEqualTo(List.copyOf(missed.keySet()));
    Map<String, Long> mails =
        deployment.mailer.sent().stream()
            .skip(sent)
            .collect(Collectors.groupingBy(Mail::to, Collectors.counting()));
    long twice = mails.values().stream().filter(count -> count > 1).count();
    assertThat(twice).isLessThanOrEqualTo(died ? 1 : 0);
    assertThat(mails.values()).allMatch(count -> count <= 2);
  }

  private static String mail(String name) {
    return name + "@example.com";
  }

  /** The same, where that person has no address. */
  private static Case without(Case story, String name) {
    Person[] people =
        story.directory().people().values().stream()
            .map(
                each ->
                    each.id().equals(Case.id(name))
                        ? Case.person(name, each.name(), "", true)
                        : each)
            .toArray(Person[]::new);
    Directory directory = Case.directory(people);
    return story.with(directory);
  }
}
