package io.countersign.local.story;

import io.countersign.local.LocalStack;
import io.countersign.local.api.Answer;
import io.countersign.local.bus.Tap;
import io.countersign.local.mail.SentMail;
import io.countersign.local.people.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** A change travels from its submission to its destination. */
final class Road {
  static final String TITLE = "Rotate the database password";
  static final String VALUE = "correct-horse-battery";
  private static final String OTHERS = "{\"HOST\": \"db.internal\",  \"PORT\":5432,";

  /** A lease lapses after 90 seconds, and the schedule comes once a minute. */
  private static final Duration TAKE_OVER = Duration.ofMinutes(4);

  /** By it {@code AWSCURRENT} moves: then nobody has written that down yet. */
  private static final String SWAP = "UpdateSecretVersionStage";

  private final LocalStack stack;
  private final Steps steps;
  private final Cast cast;
  private final Hands hands;
  private final Tap tap;
  private @Nullable Answer submitted;

  Road(LocalStack stack, Steps steps, Cast cast, Hands hands, Tap tap) {
    this.stack = stack;
    this.steps = steps;
    this.cast = cast;
    this.hands = hands;
    this.tap = tap;
  }

  private Answer request() {
    return Objects.requireNonNull(submitted, "submitted first");
  }

  void submit() {
    steps.step("Dan changes two keys of /db in prod");
    Answer request =
        cast.propose("prod", TITLE, "\"set\":{\"PASSWORD\":\"" + VALUE + "\",\"USER\":\"app\"}");
    steps.same(201, request.status(), "It becomes a change request");
    steps.proved("Id " + request.text("/id") + ", digest " + request.text("/digest"));
    steps.same("OPEN", request.text("/status"), "Status");
    steps.check(
        cast.secret(Cast.SECRET).contains("\"PASSWORD\":\"old\""), "The secret is as it was");
    boolean stored =
        stack
            .client(DynamoDbClient.builder())
            .scanPaginator(scan -> scan.tableName(stack.outputs().get("Table")))
            .items()
            .stream()
            .anyMatch(item -> item.toString().contains(VALUE));
    steps.check(!stored, "The table holds no value: it is in Secrets Manager only");
    submitted = request;
  }

  void mails() {
    steps.step("The approvers are mailed");
    String link = link();
    for (Person person : List.of(Person.AMY, Person.BOB)) {
      steps.eventually(
          person.email() + " has a mail with one Review link, " + link,
          () -> stack.mails().to(person.email()).stream().anyMatch(mail -> asks(mail, link)));
    }
    steps.eventually(
        "The request says that both have arrived",
        () ->
            cast.deliveries(request(), "Submitted")
                .equals(Map.of("amy", "DELIVERED", "bob", "DELIVERED")));
    boolean leaked =
        stack.mails().sent().stream()
            .anyMatch(mail -> mail.html().contains(VALUE) || mail.text().contains(VALUE));
    steps.check(!leaked, "No mail holds a value");
  }

  private String link() {
    return stack.dashboard() + "/requests/" + request().text("/id");
  }

  private static boolean asks(SentMail mail, String link) {
    return mail.text().split(link, -1).length == 2 && mail.html().contains("\"" + link + "\"");
  }

  void votes() {
    steps.step("Merging needs two people who are not the author");
    Answer early = cast.merge(cast.dan(), request());
    steps.same(409, early.status(), "Merging before the threshold is refused");
    steps.proved(early.text("/reasons/0/message"));
    steps.same(
        403, cast.vote(cast.dan(), request(), "APPROVE").status(), "Dan cannot approve his own");
    steps.same(
        403, cast.vote(cast.eve(), request(), "APPROVE").status(), "A forwarded link is no vote");
    Answer stale =
        cast.amy()
            .post(
                "v1/change-requests/" + request().text("/id") + "/votes",
                "{\"decision\":\"APPROVE\",\"digest\":\"" + "0".repeat(64) + "\"}");
    steps.same("stale-digest", stale.text("/code"), "A vote on another digest is refused");
    hands.approve(Person.AMY, link(), request());
    Answer agreed = cast.vote(cast.bob(), request(), "APPROVE");
    steps.same(200, agreed.status(), "Bob approves");
    steps.same("true", agreed.text("/agreed"), "Agreed");
  }

  void merge(boolean killed) {
    steps.step("Dan merges");
    String before = cast.version(Cast.SECRET);
    if (killed) {
      stack.killOnNextCall("merge", 1, SWAP);
    }
    hands.merge(Person.DAN, request());
    steps.eventually(
        "Status MERGED", TAKE_OVER, () -> cast.look(request()).text("/status").equals("MERGED"));
    String after = cast.version(Cast.SECRET);
    steps.check(!after.equals(before), "AWSCURRENT moved from " + before + " to " + after);
    steps.same(
        after,
        cast.look(request()).text("/documents/0/versionId"),
        "The request names the version");
    steps.same(
        OTHERS + "\"PASSWORD\":\"" + VALUE + "\",\"USER\":\"app\"}",
        cast.secret(Cast.SECRET),
        "The other keys are untouched, byte for byte");
  }

  void events() {
    steps.step("Everybody who listens on the bus hears of it");
    List<String> wanted =
        List.of(
            "Request Submitted",
            "Request Voted",
            "Request Voted",
            "Request Agreed",
            "Request Merge Started",
            "Request Merged",
            "Secrets Changed");
    steps.eventually(
        "In sequence: " + String.join(", ", wanted),
        () -> tap.types(request().text("/id")).equals(wanted));
    steps.check(
        tap.all().stream().noneMatch(event -> event.toString().contains(VALUE)),
        "No event holds a value");
  }

  void sync() {
    steps.step("The document goes on to Parameter Store");
    SsmClient parameters = stack.client(SsmClient.builder());
    String name = "/countersign/prod/db/PASSWORD";
    steps.eventually(
        "The request says SYNCED",
        () -> cast.look(request()).text("/syncs/0/status").equals("SYNCED"));
    steps.same(
        VALUE,
        parameters.getParameter(get -> get.name(name).withDecryption(true)).parameter().value(),
        name + " holds the new value");
  }
}
