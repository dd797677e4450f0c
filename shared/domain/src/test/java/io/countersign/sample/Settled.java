package io.countersign.sample;

import io.countersign.directory.Actor;
import io.countersign.directory.Binding;
import io.countersign.directory.Grant;
import io.countersign.directory.GrantId;
import io.countersign.directory.Group;
import io.countersign.directory.GroupId;
import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.directory.Subject;
import io.countersign.link.Ballot;
import io.countersign.link.Invitation;
import io.countersign.link.LinkCode;
import io.countersign.link.LinkToken;
import io.countersign.link.Turn;
import io.countersign.name.PathGlob;
import io.countersign.name.SecretPrefix;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.policy.Target;
import io.countersign.project.Prefixes;
import io.countersign.request.Event;
import io.countersign.revision.Entitlement;
import io.countersign.revision.Payload;
import io.countersign.revision.Revision;
import io.countersign.revision.Window;
import io.countersign.store.Ask;
import io.countersign.store.Commit;
import io.countersign.store.Counters;
import io.countersign.store.Entry;
import io.countersign.store.FakeTables;
import io.countersign.store.Head;
import io.countersign.store.Store;
import io.countersign.store.TornStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What the events of the folder {@code events} speak of: Ada the admin, Dan the developer, Amy and
 * Bob the approvers, and project {@code payments}, whose {@code prod} asks for one of the two.
 */
public final class Settled {
  private static final String ISSUER =
      "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEfGhI";

  private static final Invitation MAIL =
      new Invitation(
          new LinkToken("pWq0dGhlLXJlY29yZGVkLW1haWwtb2YtQW15LTAwMDA"), new LinkCode("204816"));

  public final FakeTables tables = new FakeTables(Instant::now);

  public Settled() {
    Binding admin = Rulebook.binding("first-admin", Role.ADMIN, "ada");
    write(
        new Entry.OfFirstAdmin(
            person("ada", "c2a1e0d9-3b4c-4d5e-9f60-718293a4b5c6"), admin, Proposals.NOON));
    write(new Entry.OfGroup(new Group(new GroupId("approvers"), "Approvers", 1), List.of()));
    write(new Entry.OfPerson(null, person("dan", "7d0e5a1c-0f3e-4d0b-9c56-2f7a4f6f1d10")));
    for (String approver : List.of("amy", "bob")) {
      String subject = "1b9f6c1e-6a51-4f0e-8d57-0c6a2f1d3e21";
      write(
          new Entry.OfPerson(
              null, person(approver, approver.equals("amy") ? subject : "bob", "approvers")));
    }
    Prefixes prefixes = Prefixes.NONE.claimed(new SecretPrefix("prod/"), "payments/prod");
    write(new Entry.OfProject(Rulebook.project()));
    write(
        new Entry.OfEnvironment(Rulebook.PAYMENTS, Rulebook.environment(Rulebook.PROD), prefixes));
    write(new Entry.OfBinding(Rulebook.PAYMENTS, Rulebook.binding("dan", Role.DEVELOPER, "dan")));
    write(
        new Entry.OfPolicy(
            Rulebook.PAYMENTS, Rulebook.policy("one", Rulebook.requirement(1, "@approvers"))));
  }

  private static Person person(String name, String subject, String... groups) {
    Person plain = People.person(name, groups);
    return new Person(
        plain.id(),
        plain.name(),
        plain.email(),
        true,
        new Subject(ISSUER, subject),
        plain.groups(),
        1);
  }

  /** What the person signs in as. */
  public Subject subject(String name) {
    Person person = tables.store().directory().person(People.id(name));
    return Objects.requireNonNull(Objects.requireNonNull(person).subject());
  }

  /** From now on there is this policy, in this version. */
  public void governs(Policy policy) {
    write(new Entry.OfPolicy(Rulebook.PAYMENTS, policy));
  }

  /**
   * From now on the person signs in as somebody else.
   *
   * @return a store that reads them by the old subject still, beside the counters of now
   */
  public Store rebound(String name) {
    Person before = Objects.requireNonNull(tables.store().directory().person(People.id(name)));
    write(
        new Entry.OfPerson(
            before,
            new Person(
                before.id(),
                before.name(),
                before.email(),
                true,
                new Subject(ISSUER, "another"),
                before.groups(),
                before.version() + 1)));
    return new TornStore(tables.store(), Actor.of(before));
  }

  /** From now on the person's mail goes to that address. */
  public void moved(String name, String email) {
    Person before = Objects.requireNonNull(tables.store().directory().person(People.id(name)));
    write(new Entry.OfPerson(before, People.at(email, before)));
  }

  /** What a link to the person is sent on at this moment. */
  public String grounds(String name) {
    return Grounds.of(tables.store(), Proposals.ONE, name);
  }

  private void write(Entry entry) {
    Counters counters =
        tables.store().read(new Ask(null, null, null, null, Rulebook.PAYMENTS)).counters();
    if (!tables.registry().write(entry, Objects.requireNonNull(counters))) {
      throw new IllegalStateException("not written: " + entry);
    }
  }

  public Rules rules() {
    return Objects.requireNonNull(tables.store().rules(Rulebook.PAYMENTS));
  }

  /** Dan's open request {@code payments-1}, whose values are nowhere. */
  public Revision open() {
    Revision revision =
        Proposals.revision(
            People.ids("dan"),
            rules().bind(List.of(Rulebook.DB), tables.store().directory()),
            Rulebook.DB);
    happens(Commit.of(Proposals.ONE, null, submitted(revision), Instant.now()).with(revision));
    return revision;
  }

  /**
   * Dan's merged request {@code payments-1}, by which he may see the values of one document until
   * then.
   */
  public Revision gives(Instant ends) {
    Entitlement asked =
        new Entitlement(
            new Target(Rulebook.PROD, new PathGlob("/db")),
            new TreeSet<>(List.of(Permission.SECRETS_REVEAL)),
            new Window(null, null, Duration.ofHours(1)),
            null);
    Revision revision =
        Revision.sealed(
            Proposals.ONE,
            "",
            People.id("dan"),
            asked.words(),
            "",
            new Payload.OfAccess(asked),
            rules().bind(asked.place(), tables.store().directory()),
            tables.store().directory(),
            Instant.now());
    Grant grant =
        new Grant(
            new GrantId(Proposals.ONE.toString()),
            People.id("dan"),
            Rulebook.PROD,
            new PathGlob("/db"),
            asked.actions(),
            ends.minusSeconds(60),
            ends);
    List<Event> events = new ArrayList<>();
    events.add(
        new Event.Submitted(
            revision.author(), 1, revision.digest(), revision.title(), revision.scope(), null));
    events.add(Event.MergeStarted.agreed(revision.author(), revision.digest(), false));
    events.add(new Event.Merged(revision.digest(), List.of()));
    events.add(new Event.AccessGranted(grant));
    happens(Commit.of(Proposals.ONE, null, events, Instant.now()).with(revision));
    return revision;
  }

  /**
   * The same, where approvers may vote by mail: Amy is asked for her vote, by the link and the code
   * that stand in the stored events.
   */
  public Revision polled() {
    Policy policy = rules().policies().getFirst();
    governs(Rulebook.byMail(Rulebook.edited(policy, Rulebook.requirement(1, "@approvers"))));
    Revision revision = open();
    Ballot ballot =
        Ballot.fresh(
            Proposals.ONE, People.id("amy"), new Turn(1, 0), Instant.now().plus(Ballot.LONGEST));
    tables.ballots().open(ballot);
    tables.ballots().keep(MAIL.to(ballot, revision.digest(), grounds("amy")), ballot);
    return revision;
  }

  /** Its submission, just now. */
  public static List<Event> submitted(Revision revision) {
    Event.Submitted then = Proposals.submitted(revision);
    return List.of(
        new Event.Submitted(
            then.author(), then.revision(), then.digest(), then.title(), then.scope(), null));
  }

  /** Commits. */
  public void happens(Commit commit) {
    if (!tables.store().commit(commit)) {
      throw new IllegalStateException("not committed");
    }
  }

  /** The request {@code payments-1} as it is. */
  public Head head() {
    return Objects.requireNonNull(tables.store().read(Ask.state(Proposals.ONE)).head());
  }
}
