package io.countersign.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.countersign.channel.Posting;
import io.countersign.channel.Posting.Status;
import io.countersign.delivery.Mail;
import io.countersign.directory.Group;
import io.countersign.directory.GroupId;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.directory.Subject;
import io.countersign.name.PathGlob;
import io.countersign.policy.AccessTerms;
import io.countersign.policy.Bypass;
import io.countersign.policy.Kind;
import io.countersign.policy.LinkVoting;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyId;
import io.countersign.policy.Reminders;
import io.countersign.policy.Requirement;
import io.countersign.policy.Target;
import io.countersign.policy.Terms;
import io.countersign.project.ChannelId;
import io.countersign.request.Event;
import io.countersign.rule.Edit;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What mails and chats tell of a change of rules, however large it is. */
class RulesToldTest {
  private static final GroupId NIGHT = new GroupId("night");

  private final Rooms rooms = new Rooms().withTeams();

  @AfterEach
  void close() {
    rooms.close();
  }

  private String slack(List<Edit> edits) {
    tell(edits);
    assertThat(rooms.server.slack()).hasSize(1);
    return rooms.server.slack().getFirst().all();
  }

  private String teams(List<Edit> edits) {
    tell(edits);
    assertThat(rooms.server.teams()).hasSize(1);
    return rooms.server.teams().getFirst();
  }

  private void tell(List<Edit> edits) {
    rooms.story = Case.governance(edits);
    rooms.tell(1, Case.submitted("Rules"));
    assertThat(rooms.records())
        .hasSize(2)
        .extracting(Posting::status, Posting::reason)
        .containsOnly(tuple(Status.SENT, null));
  }

  private static Edit added(int number) {
    Terms terms =
        new Terms(
            true,
            2,
            Duration.ofDays(1),
            Duration.ofHours(1),
            true,
            new Bypass.Chosen(Case.ids("bob"), new TreeSet<>(Set.of(NIGHT))),
            true,
            new Reminders(Duration.ofHours(2), Duration.ofMinutes(90), 3),
            LinkVoting.WITH_CODE,
            new AccessTerms(Duration.ofDays(2), true));
    Requirement one = new Requirement(1, Case.ids("bob", "cem"), new TreeSet<>());
    return new Edit.OfPolicy(
        Case.REQUEST.project(),
        null,
        new Policy(
            new PolicyId("policy-" + number),
            Kind.ACCESS,
            "Access number " + number + " of all",
            List.of(new Target(Case.STRIPE.environment(), PathGlob.ALL)),
            List.of(one, one),
            terms,
            new TreeSet<>(Set.of(new ChannelId("team"))),
            1));
  }

  private static List<Edit> twenty() {
    return IntStream.range(0, 20).mapToObj(RulesToldTest::added).toList();
  }

  @Test
  void aPolicyWithAllItsTermsIsToldInFull() {
    List<Edit> edits = List.of(added(7));
    assertThat(slack(edits))
        .contains(
            "*What* Add policy Access number 7 of all",
            "*Who may bypass the approvers* Bob Stone, group night",
            "*Tells the channels* team",
            "*Author*")
        .doesNotContain(" more");
    assertThat(rooms.server.teams().getFirst())
        .contains("Add policy Access number 7 of all", "Tells the channels")
        .doesNotContain(" more");
  }

  @Test
  void ofManyEditsEachIsNamedBeforeAnyFactsAndTheOthersAreCounted() {
    String message = slack(twenty());
    for (int i = 0; i < 20; i++) {
      assertThat(message).contains("*What* Add policy Access number " + i + " of all");
    }
    assertThat(message).containsPattern("and [0-9]+ more");
    assertThat(rooms.server.teams().getFirst()).contains("Access number 19 of all");
    assertThat(rooms.server.teams().getFirst()).contains(Rooms.LINK);
  }

  @Test
  void whatHasNoRoomOnACardIsCounted() {
    List<Edit> edits = IntStream.range(0, 60).mapToObj(RulesToldTest::added).toList();
    String card = teams(edits);
    assertThat(card).containsPattern("\"title\":\"Besides\",\"value\":\"[0-9]+ more\"");
    assertThat(card).contains("Access number 59 of all", Rooms.LINK);
  }

  private static Edit moved(SortedSet<PersonId> before, SortedSet<PersonId> after) {
    return new Edit.OfGroup(
        new Edit.OfGroup.Members(new Group(NIGHT, "Night shift", 1), before),
        new Edit.OfGroup.Members(new Group(NIGHT, "Night shift", 2), after));
  }

  private static SortedSet<PersonId> many(int count, String... others) {
    SortedSet<PersonId> all =
        IntStream.range(0, count)
            .mapToObj(each -> Case.id("somebody-with-a-long-name-%03d".formatted(each)))
            .collect(Collectors.toCollection(TreeSet::new));
    all.addAll(Case.ids(others));
    return all;
  }

  @Test
  void whoJoinsALongListIsSeenInChats() {
    String words = "+ zed-the-accomplice; − Bob Stone (90 others stay)";
    List<Edit> edits = List.of(moved(many(90, "bob"), many(90, "zed-the-accomplice")));
    assertThat(slack(edits)).contains("*Members* " + words);
    assertThat(rooms.server.teams().getFirst())
        .contains("+ zed-the-accomplice; − Bob Stone \\\\(90 others stay");
  }

  @Test
  void whoJoinsALongListIsSeenInMails() {
    assertThat(mail(Case.governance(List.of(moved(many(90), many(90, "zed"))))).text())
        .contains("Members: + zed (90 others stay)\n");
    assertThat(mail(Case.governance(List.of(moved(many(1, "bob"), many(1))))).text())
        .contains("Members: − Bob Stone (1 other stays)\n");
  }

  @Test
  void howManyMoreJoinThanThereIsRoomForIsSaid() {
    Mail mail = mail(Case.governance(List.of(moved(many(60, "bob"), many(60 + 90)))));
    assertThat(mail.text())
        .containsPattern(
            "Members: \\+ somebody.*-060, .* and [0-9]+ more; − Bob Stone \\(60 others");
  }

  private static List<Edit> reached() {
    Person cem =
        new Person(
            Case.id("cem"),
            "Cem Aydın",
            "old-address@example.com",
            true,
            new Subject("https://issuer.example.com", "old-subject"),
            new TreeSet<>(),
            1);
    Person after =
        new Person(
            cem.id(),
            "Cem",
            "new-address@example.com",
            true,
            new Subject("https://issuer.example.com", "new-subject"),
            new TreeSet<>(),
            2);
    return List.of(new Edit.OfPerson(cem, after), new Edit.OfPerson(null, cem));
  }

  @Test
  void noChatIsToldHowSomebodyIsReachedOrSignsIn() {
    assertThat(slack(reached()))
        .contains("*Name* Cem Aydın → Cem", "*Mail* changed, not shown here")
        .contains("*Signs in as* changed, not shown here", "*Mail* not shown here")
        .doesNotContain("-address")
        .doesNotContain("-subject");
    assertThat(rooms.server.teams().getFirst())
        .contains("changed, not shown here")
        .doesNotContain("-address")
        .doesNotContain("-subject");
  }

  @Test
  void mailsTellItWhoeverApprovesAndNobodyBesides() {
    assertThat(mail(Case.governance(reached())).text())
        .contains("old-subject of", "new-subject of")
        .containsPattern("Mail: old-address@\\W?example.*→ new-address@");
    Deployment deployment = deployment(Case.governance(reached()));
    deployment.wake(
        new Event.DeliveryFailed(
            1, "Submitted", List.of(new Event.Unreached(Case.id("eve"), "SES: Permanent"))));
    assertThat(text(deployment, "ada"))
        .as("an admin who is not asked")
        .contains("Mail: changed, not shown here")
        .doesNotContain("-address")
        .doesNotContain("-subject");
    assertThat(text(deployment, "dana")).as("the author").contains("new-subject");
  }

  private static String text(Deployment deployment, String person) {
    return deployment.mailer.sent().stream()
        .filter(each -> each.to().startsWith(person))
        .map(Mail::text)
        .collect(Collectors.joining());
  }

  private static Deployment deployment(Case story) {
    Deployment deployment = new Deployment();
    deployment.story = story;
    return deployment;
  }

  private static Mail mail(Case story) {
    Deployment deployment = deployment(story);
    deployment.wake(Case.submitted("Rules"));
    return deployment.mailer.sent().getFirst();
  }
}
