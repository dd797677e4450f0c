package io.countersign.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.delivery.Mail;
import io.countersign.delivery.Rounds.Round;
import io.countersign.explain.Reason;
import io.countersign.policy.Reminders;
import io.countersign.policy.Rules;
import io.countersign.project.DestinationId;
import io.countersign.project.DocumentId;
import io.countersign.request.Event;
import io.countersign.revision.Base;
import io.countersign.revision.Mac;
import io.countersign.revision.Operation;
import io.countersign.revision.Remains;
import io.countersign.revision.Source;
import io.countersign.sample.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LetterTest {
  private static final String LINK = "https://countersign.example.com/requests/payments-7";
  private static final String SETTINGS =
      "https://countersign.example.com/settings/channels/payments";

  static Stream<Event> events() {
    return Stream.of(
        Case.submitted("Rotate"),
        Case.revised(),
        new Event.Agreed(Case.DIGEST, null, false),
        new Event.Rejected(Case.DIGEST),
        new Event.Expired(),
        new Event.Merged(Case.DIGEST, List.of()),
        around(Event.Mode.BYPASS, "The provider has leaked the old key."),
        new Event.MergeStarted(
            Case.id("bob"),
            Case.DIGEST,
            Event.Mode.FINISH,
            "The provider has leaked the old key.",
            Case.ids("cem"),
            false),
        new Event.Bypassed(Case.DIGEST, List.of()),
        new Event.Conflicted(
            Case.DIGEST, Reason.of("conflict", "Key \"STRIPE_KEY\" changed meanwhile."), true),
        NotifyTest.failed(),
        new Event.DeliveryFailed(
            2, "Merge Started", List.of(new Event.Unreached(Case.id("eve"), "SES: Permanent"))),
        new Event.SyncFailed(
            new DestinationId("cluster"),
            Case.document("/payments/stripe"),
            "7f1c2c55-3d80-4b7e-9a06-3d1f5c1b2a90",
            "it answered 403: secrets is forbidden",
            13),
        new Event.Commented(Case.id("bob"), "Why now, and who has asked for it?"));
  }

  /** Or a new event would be told in words that nobody has looked at. */
  @Test
  void everyEventIsOneOfTheseOrOneThatNobodyIsWrittenToAbout() {
    assertThat(
            Stream.of(events(), ofAccess(), NotifyTest.silent())
                .flatMap(each -> each)
                .<Class<?>>map(Object::getClass)
                .distinct())
        .containsExactlyInAnyOrderElementsOf(kinds(Event.class).toList());
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(LetterTest::kinds)
        : Stream.of(type);
  }

  /** -Dcountersign.golden=write writes the files anew; then look at what git shows. */
  @ParameterizedTest
  @MethodSource("events")
  void lettersAreAsTheyWereLookedAt(Event event) throws IOException {
    Mail mail = mail(Case.standard(), event);
    String name = name(event).toLowerCase(Locale.ROOT);
    golden(name + ".html", mail.html());
    golden(name + ".txt", mail.text());
  }

  static Stream<Event> ofAccess() {
    return Stream.of(
        new Event.Submitted(
            Case.id("dana"),
            1,
            Case.DIGEST,
            "Reveal values",
            Case.access().revision().scope(),
            Case.AT.plus(Duration.ofHours(4))),
        new Event.AccessGranted(Case.grant()),
        new Event.AccessEnded(Case.grant(), Case.id("bob"), "The job signs in again."));
  }

  @ParameterizedTest
  @MethodSource("ofAccess")
  void lettersOfAccessAreAsTheyWereLookedAt(Event event) throws IOException {
    Mail mail = mail(Case.access(), event);
    String name = "access-" + name(event).toLowerCase(Locale.ROOT);
    golden(name + ".html", mail.html());
    golden(name + ".txt", mail.text());
    sayTheSame(mail);
  }

  static Stream<Event> ofRules() {
    Case all = Case.governance();
    return Stream.of(
        new Event.Submitted(
            Case.id("dana"),
            1,
            Case.DIGEST,
            all.revision().title(),
            all.revision().scope(),
            Case.AT.plus(Duration.ofDays(14))),
        new Event.Merged(Case.DIGEST, List.of()));
  }

  @ParameterizedTest
  @MethodSource("ofRules")
  void lettersOfRulesAreAsTheyWereLookedAt(Event event) throws IOException {
    Mail mail = mail(Case.governance(), event);
    String name = "rules-" + name(event).toLowerCase(Locale.ROOT);
    golden(name + ".html", mail.html());
    golden(name + ".txt", mail.text());
    sayTheSame(mail);
  }

  @Test
  void whatIsGivenAtOnceIsToldOnce() {
    assertThat(told(new Event.Merged(Case.DIGEST, List.of()))).isEmpty();
    assertThat(told(around(Event.Mode.BYPASS, "The provider has leaked the old key."))).isEmpty();
    assertThat(told(new Event.AccessGranted(Case.grant()))).isNotEmpty();
    assertThat(told(new Event.AccessEnded(Case.grant(), null, "")))
        .allMatch(each -> each.text().contains("has ended: its time is over."));
  }

  @Test
  void whoHasAccessIsToldBeforeItEnds() throws IOException {
    Deployment deployment = new Deployment();
    deployment.story = Case.access().giving(Case.grant());
    deployment.rules = Rulebook.giving(Case.rules(), Case.grant());
    deployment.wake(new Event.AccessGranted(Case.grant()));
    Instant soon = Case.grant().ends().minus(Duration.ofMinutes(15));
    assertThat(deployment.rounds.due(soon, 10)).isEmpty();
    Round round = deployment.rounds.due(soon.plusSeconds(1), 10).getFirst();
    int before = deployment.mailer.sent().size();
    deployment.due(round);
    assertThat(deployment.mailer.sent()).hasSize(before + 1);
    Mail mail = deployment.mailer.sent().getLast();
    golden("access-ending.html", mail.html());
    golden("access-ending.txt", mail.text());
    sayTheSame(mail);
    deployment.rules = Case.rules();
    deployment.due(round);
    assertThat(deployment.mailer.sent()).hasSize(before + 1);
  }

  private static List<Mail> told(Event event) {
    Deployment deployment = new Deployment();
    deployment.story = Case.access();
    deployment.wake(event);
    return deployment.mailer.sent();
  }

  @Test
  void theReminderIsAsItWasLookedAt() throws IOException {
    Mail mail = reminder();
    golden("reminder.html", mail.html());
    golden("reminder.txt", mail.text());
    sayTheSame(mail);
  }

  @ParameterizedTest
  @MethodSource("chatOnly")
  void theMailsInPlaceOfABrokenChannelAreAsTheyWereLookedAt(Event event) throws IOException {
    Deployment deployment = new Deployment();
    deployment.instead(event);
    Mail mail = deployment.mailer.sent().getFirst();
    String name = name(event).toLowerCase(Locale.ROOT);
    golden(name + ".html", mail.html());
    golden(name + ".txt", mail.text());
    sayTheSame(mail);
    Mail toAdmin = deployment.mailer.sent().getLast();
    golden("broken.html", toAdmin.html());
    golden("broken.txt", toAdmin.text());
    sayTheSame(toAdmin);
  }

  static Stream<Event> chatOnly() {
    return Stream.of(
        new Event.Withdrawn(Case.id("dana"), "The provider does it themselves."),
        new Event.Acknowledged(Case.id("dana"), "Looked at the provider's log: fine."));
  }

  @Test
  void theMailThatLetsItsReaderVoteIsAsItWasLookedAt() throws IOException {
    Deployment deployment = byMail();
    deployment.wake();
    Mail mail = deployment.mailer.sent().getLast();
    golden("bymail.html", mail.html());
    golden("bymail.txt", mail.text());
    sayTheSame(mail, mail.text().lines().filter(line -> line.startsWith(LINK)).findFirst().get());
  }

  private static Deployment byMail() {
    Deployment deployment = new Deployment();
    deployment.story = Case.standard().byMail();
    deployment.rules = Rulebook.rules(List.of());
    return deployment;
  }

  private static Mail reminder() {
    Deployment deployment = new Deployment();
    deployment.story =
        Case.standard().reminding(new Reminders(Duration.ofDays(2), Duration.ofDays(1), 3));
    deployment.wake();
    Instant due = Case.AT.plus(Duration.ofDays(2));
    deployment.due(new Round(Case.REQUEST, 1, Case.DIGEST, 1, due));
    return deployment.mailer.sent().getLast();
  }

  private static String name(Event event) {
    String kind = event.getClass().getSimpleName();
    return event instanceof Event.MergeStarted started && started.mode() == Event.Mode.FINISH
        ? kind + "again"
        : kind;
  }

  private static void golden(String file, String actual) throws IOException {
    Path path = Path.of("src/test/resources/letters", file);
    if (System.getProperty("countersign.golden", "").equals("write")) {
      Files.writeString(path, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(path));
  }

  @ParameterizedTest
  @MethodSource("events")
  void bothPartsSayTheSame(Event event) {
    sayTheSame(mail(Case.standard(), event));
  }

  private static void sayTheSame(Mail mail) {
    sayTheSame(mail, LINK);
  }

  private static void sayTheSame(Mail mail, String link) {
    String html = said(mail.html());
    for (String line : mail.text().lines().toList()) {
      String fact =
          line.replaceFirst(
                  "^(Secret|Document|Keys|Message|Reason|Rejected by|Ends|State|Comment|Not"
                      + " told|Code|Broken|Mend it|Access|Where|For|From|Until|What|Name|Members|Approvals needed|Who may approve): ",
                  "")
              .strip();
      if (!fact.startsWith("http") && !fact.startsWith("The link opens")) {
        assertThat(html).contains(fact.replaceFirst("^((Open|Review|Look at) .*):$", "$1"));
      }
    }
    assertThat(html).contains("Nothing is approved by opening it.");
    assertThat(mail.html()).contains("href=\"" + link + "\"");
    assertThat(mail.text().lines()).containsOnlyOnce(link);
  }

  @ParameterizedTest
  @MethodSource("events")
  void aMergeAroundItsApproversAndNothingElseSaysSoInSubjectAndFirstLine(Event event) {
    Mail mail = mail(Case.standard(), event);
    if (event instanceof Event.MergeStarted || event instanceof Event.Bypassed) {
      String where = event instanceof Event.Bypassed ? "merged" : "merging";
      assertThat(mail.subject())
          .startsWith("BYPASSED by Dana Okafor, " + where + ": [payments-7] Rotate Stripe");
      assertThat(mail.text())
          .startsWith(
              "BYPASSED by Dana Okafor. Missing: Policy \"Payments production\" needs 1 more")
          .contains("Rejected by: Cem Aydın.\n\npayments-7, revision 1\n");
    } else {
      assertThat(mail.subject()).startsWith("[payments-7] Rotate Stripe");
      assertThat(mail.text()).startsWith("payments-7, revision ");
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void theRequestsPageIsTheOnlyLinkAndNothingIsLoadedFromAnywhere(Event event) {
    Mail mail = mail(Case.standard(), event);
    assertThat(Pattern.compile("(href|src)=\"([^\"]*)\"").matcher(mail.html()).results())
        .isNotEmpty()
        .allSatisfy(match -> assertThat(match.group(2)).isEqualTo(LINK));
    assertThat(mail.html()).doesNotContain("url(").doesNotContain("<img").doesNotContain("@import");
    assertThat(mail.html()).contains("<!--[if mso]>").contains("<v:roundrect href=\"" + LINK);
  }

  @Test
  void theApproversMailHasTheOneLinkReview() {
    Mail mail = mail(Case.standard(), Case.submitted("Rotate"));
    assertThat(mail.html()).contains(">Review payments-7</a>").containsOnlyOnce("<a ");
    assertThat(mail.text()).contains("Review payments-7:\n" + LINK + "\n");
  }

  @ParameterizedTest
  @MethodSource("events")
  void bindingsOfValuesAreNotInIt(Event event) {
    Mail mail = mail(Case.standard(), event);
    assertThat(mail.html() + mail.text() + mail.subject()).doesNotContain("abab");
  }

  @ParameterizedTest
  @MethodSource("io.countersign.notify.Hostile#texts")
  void hostileTextsAreHarmless(String text) {
    events().forEach(event -> harmless(text, _ -> event));
    harmless(text, said -> new Event.Commented(Case.id("bob"), said));
    harmless(
        text,
        said ->
            new Event.DeliveryFailed(1, said, List.of(new Event.Unreached(Case.id("eve"), said))));
    harmless(text, said -> new Event.Failed(Case.DIGEST, List.of(left(said))));
    harmless(text, said -> around(Event.Mode.BYPASS, said));
    harmless(text, said -> around(Event.Mode.FINISH, said));
    harmless(text, said -> new Event.Conflicted(Case.DIGEST, Reason.of("conflict", said), true));
    harmlessInstead(text, said -> new Event.Withdrawn(Case.id("dana"), said));
    harmlessInstead(text, said -> new Event.Acknowledged(Case.id("dana"), said));
  }

  private static Event around(Event.Mode mode, String reason) {
    return new Event.MergeStarted(
        Case.id("dana"), Case.DIGEST, mode, reason, Case.ids("cem"), true);
  }

  private static Remains left(String message) {
    return new Remains(Case.STRIPE, Remains.State.IN_DOUBT, null, message);
  }

  private static void harmless(String text, Function<String, Event> event) {
    harmless(hostile(text, event), hostile("x", event));
  }

  private static void harmlessInstead(String text, Function<String, Event> event) {
    List<Mail> mails = instead(text, event);
    List<Mail> plain = instead("x", event);
    assertThat(mails).hasSameSizeAs(plain);
    harmless(mails.getFirst(), plain.getFirst());
    harmless(mails.getLast(), plain.getLast());
  }

  private static List<Mail> instead(String text, Function<String, Event> event) {
    Deployment deployment = new Deployment();
    deployment.rules = Case.hostile(deployment.rules, text);
    deployment.story = Case.hostile(text);
    deployment.instead(event.apply(text));
    return deployment.mailer.sent();
  }

  private static void harmless(Mail mail, Mail plain) {
    assertThat(mail.subject()).doesNotContainPattern("[\\p{Cntrl}\\u0085\\u2028\\u2029\\u202e]");
    assertThat(mail.subject()).as("nothing that is decoded").doesNotContain("=?");
    assertThat(mail.to()).isEqualTo(plain.to());
    assertThat(mail.thread()).isEqualTo(plain.thread());
    assertThat(mail.tags()).isEqualTo(plain.tags());
    assertThat(tags(mail.html())).isEqualTo(tags(plain.html()));
    assertThat(mail.text().lines().count()).isEqualTo(plain.text().lines().count());
    String all = (mail.html() + mail.text()).replace(LINK, "").replace(SETTINGS, "");
    assertThat(all).doesNotContain("://").doesNotContain("evil.ex").doesNotContain("@evil");
    assertThat(all).doesNotContain("www.evil").doesNotContain("\u202e").doesNotContain("\u2066");
  }

  private static Mail hostile(String text, Function<String, Event> event) {
    Event told = event.apply(text);
    return mail(Case.hostile(text), told, Case.hostile(rules(told), text));
  }

  @Test
  void longTextsAreShortened() {
    Mail mail = mail(Case.hostile("ü".repeat(5000)), Case.submitted("x"));
    assertThat(mail.subject()).hasSize(120).endsWith("…");
    assertThat(mail.html().length()).isLessThan(20_000);
  }

  @Test
  void keysBeyondTwentyAreCounted() {
    List<Operation> many =
        IntStream.range(0, 23).mapToObj(n -> set(Case.STRIPE, "K%02d".formatted(n))).toList();
    Case story = Case.of("Many", "", "Two", many, Case.people(UnaryOperator.identity()));
    Mail mail = mail(story, Case.submitted("Many"));
    assertThat(mail.text()).contains("Keys: 23 added").contains("K19").doesNotContain("K20");
    assertThat(mail.text()).contains("and 3 more");
    assertThat(mail.html()).contains("and 3 more");
  }

  @Test
  void aCopiedValueSaysWhereItIsFrom() {
    DocumentId staging = new DocumentId(Rulebook.STAGING, Case.STRIPE.path());
    Source source = new Source(new Source.Version(staging, "0b9f6c1e-6a51-4f0e"), "OLD_KEY");
    List<Operation> copied = List.of(Case.copy("STRIPE_KEY", source));
    Case story = Case.of("Promote", "", "Two", copied, Case.people(UnaryOperator.identity()));
    Mail mail = mail(story, Case.submitted("Promote"));
    assertThat(mail.text()).contains("Keys: 1 changed\n");
    assertThat(mail.text())
        .contains(
            "STRIPE_KEY changed, copied from staging/payments/stripe OLD_KEY,"
                + " version 0b9f6c1e-6a51-4f0e\n");
    sayTheSame(mail);
    assertThat(mail.html() + mail.text()).doesNotContain("abab");
  }

  private static Operation set(DocumentId document, String key) {
    return new Operation.Set(document, key, new Base.Absent(), new Mac("ab"));
  }

  /** The tags in their order, comments included, without what is in them for the reader. */
  private static List<String> tags(String html) {
    return Pattern.compile("<[^>]*>").matcher(html).results().map(match -> match.group()).toList();
  }

  /** What a reader of the HTML sees. */
  private static String said(String html) {
    return html.replaceAll("(?s)<style>.*?</style>", "")
        .replaceAll("<br>", "\n")
        .replaceAll("<[^>]*>", "")
        .replace("&#34;", "\"")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  private static Mail mail(Case story, Event event) {
    return mail(story, event, rules(event));
  }

  private static Rules rules(Event event) {
    return event instanceof Event.Agreed ? Case.proposing() : Case.rules();
  }

  private static Mail mail(Case story, Event event, Rules rules) {
    Deployment deployment = new Deployment();
    deployment.rules = rules;
    deployment.story =
        switch (event) {
          case Event.Bypassed _ -> story.around();
          case Event.Agreed _ -> story.agreed();
          default -> story;
        };
    assertThat(deployment.wake(event)).isEmpty();
    return deployment.mailer.sent().getFirst();
  }
}
