package io.countersign.notify;

import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.directory.Grant;
import io.countersign.directory.GrantId;
import io.countersign.directory.Group;
import io.countersign.directory.GroupId;
import io.countersign.directory.Machine;
import io.countersign.directory.MachineId;
import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.directory.Role;
import io.countersign.document.Kind;
import io.countersign.name.DocumentPath;
import io.countersign.name.PathGlob;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.BoundRequirement;
import io.countersign.policy.Bypass;
import io.countersign.policy.LinkVoting;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyId;
import io.countersign.policy.Reminders;
import io.countersign.policy.Requirement;
import io.countersign.policy.Rules;
import io.countersign.policy.Target;
import io.countersign.policy.Terms;
import io.countersign.project.DocumentId;
import io.countersign.project.Environment;
import io.countersign.project.EnvironmentId;
import io.countersign.project.Project;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.revision.Base;
import io.countersign.revision.Digest;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Entitlement;
import io.countersign.revision.Mac;
import io.countersign.revision.Operation;
import io.countersign.revision.Payload;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.revision.Source;
import io.countersign.revision.Window;
import io.countersign.rule.Edit;
import io.countersign.sample.AnyEdit;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** One request, on which Bob approves and Cem rejects, as notify finds it. */
record Case(Request state, Revision revision, Directory directory) {
  static final RequestId REQUEST = RequestId.parse("payments-7");
  static final Instant AT = Instant.parse("2026-03-02T12:00:00Z");
  static final Digest DIGEST = new Digest("5c1f0a" + "7d".repeat(29));
  static final DocumentId STRIPE =
      new DocumentId(new EnvironmentId("prod"), new DocumentPath("/payments/stripe"));

  /** As far as paths go. */
  private static final DocumentId STEERING =
      new DocumentId(
          new EnvironmentId("prod"),
          new DocumentPath("/www.evil.example/_bold_/eve@evil.example/--+"));

  private static final GroupId TEAM = new GroupId("team");
  private static final Mac MAC = new Mac("ab".repeat(32));
  private static final Base THERE = new Base.Present(MAC);

  static Case standard() {
    return of(
        "Rotate Stripe keys, add webhook secret",
        "Quarterly rotation.",
        "Payments production",
        operations(),
        people(UnaryOperator.identity()));
  }

  /** A request for access by the same, and what it came to. */
  static Case access() {
    Entitlement asked =
        new Entitlement(
            new Target(STRIPE.environment(), new PathGlob("/payments/**")),
            new TreeSet<>(Set.of(Permission.SECRETS_REVEAL)),
            new Window(null, AT.plus(Duration.ofHours(4)), Duration.ofMinutes(90)),
            null);
    Case other = standard();
    Revision of = other.revision;
    Revision revision =
        new Revision(
            of.request(),
            1,
            "",
            of.author(),
            of.authors(),
            of.owners(),
            asked.words(),
            "The nightly job cannot sign in.",
            new Payload.OfAccess(asked),
            of.policies(),
            of.madeAt(),
            of.digest());
    List<Event> events =
        List.of(
            new Event.Submitted(of.author(), 1, DIGEST, asked.words(), revision.scope(), null),
            new Event.Voted(id("bob"), DIGEST, Decision.APPROVE, ""));
    return new Case(Requests.evolve(REQUEST, null, events, AT), revision, other.directory);
  }

  /** A change of rules by the same: a group, and a policy that asks for one of it. */
  static Case governance() {
    Policy before =
        new Policy(
            new PolicyId("policy-1"),
            "Payments production",
            List.of(new Target(STRIPE.environment(), PathGlob.ALL)),
            List.of(new Requirement(2, ids("bob", "cem"), new TreeSet<>())),
            Terms.STRICT,
            3);
    GroupId group = new GroupId("security");
    Policy after =
        new Policy(
            before.id(),
            before.name(),
            before.targets(),
            List.of(new Requirement(1, new TreeSet<>(), new TreeSet<>(Set.of(group)))),
            Terms.STRICT,
            4);
    List<Edit> edits =
        List.of(
            new Edit.OfGroup(
                null, new Edit.OfGroup.Members(new Group(group, "Security <ops>", 1), ids("bob"))),
            new Edit.OfPolicy(REQUEST.project(), before, after));
    return governance(edits);
  }

  /** The same, with other edits. */
  static Case governance(List<Edit> edits) {
    Case other = standard();
    Revision of = other.revision;
    Revision revision =
        new Revision(
            of.request(),
            1,
            "",
            of.author(),
            of.authors(),
            of.owners(),
            "Security approves",
            "As we said on Monday.",
            AnyEdit.alone(REQUEST.project(), edits),
            of.policies(),
            of.madeAt(),
            of.digest());
    List<Event> events =
        List.of(
            new Event.Submitted(of.author(), 1, DIGEST, revision.title(), revision.scope(), null),
            new Event.Voted(id("bob"), DIGEST, Decision.APPROVE, ""));
    return new Case(Requests.evolve(REQUEST, null, events, AT), revision, other.directory);
  }

  /** The same once it has given that. */
  Case giving(Grant grant) {
    List<Event> events =
        List.of(
            Event.MergeStarted.agreed(id("dana"), DIGEST, false),
            new Event.Merged(DIGEST, List.of()),
            new Event.AccessGranted(grant));
    return new Case(Requests.evolve(REQUEST, state, events, AT), revision, directory);
  }

  /** What that request gives. */
  static Grant grant() {
    return new Grant(
        new GrantId(REQUEST.toString()),
        id("dana"),
        STRIPE.environment(),
        new PathGlob("/payments/**"),
        new TreeSet<>(Set.of(Permission.SECRETS_REVEAL)),
        AT,
        AT.plus(Duration.ofMinutes(90)));
  }

  /** The same request, of which every text that people write is this one. */
  static Case hostile(String text) {
    List<Operation> operations =
        List.of(
            new Operation.Rename(STRIPE, text, text + "2", THERE, new Base.Absent()),
            new Operation.Delete(STRIPE, "Z" + text, THERE),
            new Operation.Set(STEERING, text, THERE, MAC),
            copy("Y" + text, new Source(new Source.Version(STRIPE, text), text)));
    Directory people = people(name -> text + name);
    SortedMap<GroupId, Group> groups = new TreeMap<>();
    groups.put(TEAM, new Group(TEAM, text, 1));
    return of(text, text, text, operations, new Directory(people.people(), groups));
  }

  /** These rules, of which every name that people write is this one. */
  static Rules hostile(Rules usual, String text) {
    SortedMap<EnvironmentId, Environment> environments = new TreeMap<>();
    usual
        .environments()
        .forEach(
            (id, each) ->
                environments.put(
                    id, new Environment(id, text, each.secretPrefix(), null, List.of(), 1)));
    return new Rules(
        new Project(usual.project().id(), text, usual.project().governance(), 1),
        environments,
        usual.policies(),
        usual.access(),
        List.of(),
        List.of());
  }

  static Case of(
      String title, String message, String policy, List<Operation> operations, Directory people) {
    return of(id("dana"), title, message, policy, operations, people);
  }

  /** The standard request, of a machine that dana and gus own; gus is deactivated. */
  static Case ofAMachine() {
    MachineId id = new MachineId("deploy");
    SortedMap<PersonId, Person> all = new TreeMap<>(people(UnaryOperator.identity()).people());
    all.put(id("gus"), person("gus", "Gus", "gus@example.com", false));
    SortedMap<MachineId, Machine> machines = new TreeMap<>();
    machines.put(
        id, new Machine(id, "Deploy bot", true, null, ids("dana", "gus"), new TreeMap<>(), 1));
    return of(
        id,
        "Rotate",
        "",
        "Payments production",
        operations(),
        new Directory(all, new TreeMap<>(), machines));
  }

  private static Case of(
      ActorId author,
      String title,
      String message,
      String policy,
      List<Operation> operations,
      Directory people) {
    BoundPolicy bound = policy(policy);
    Revision revision =
        new Revision(
            REQUEST,
            1,
            "token",
            author,
            new TreeSet<>(Set.of(author)),
            people.ownersSince(Set.of(author), AT),
            title,
            message,
            new Payload.OfSecrets(
                operations,
                List.of(new DocumentBase(STRIPE, "arn", "version")),
                List.of(),
                List.of()),
            List.of(bound),
            AT,
            DIGEST);
    List<Event> events =
        List.of(
            new Event.Submitted(author, 1, DIGEST, title, List.of(STRIPE), null),
            new Event.Voted(id("bob"), DIGEST, Decision.APPROVE, ""),
            new Event.Voted(id("cem"), DIGEST, Decision.REJECT, ""));
    return new Case(Requests.evolve(REQUEST, null, events, AT), revision, people);
  }

  Case at(Request next) {
    return new Case(next, revision, directory);
  }

  /** The same, of which its policy has approvers reminded. */
  Case reminding(Reminders reminders) {
    return on(terms -> terms.reminding(reminders));
  }

  /** The same, of which its policy lets approvers vote by mail. */
  Case byMail() {
    return on(terms -> terms.voting(LinkVoting.WITH_CODE));
  }

  private Case on(UnaryOperator<Terms> terms) {
    return under(
        revision.policies().stream()
            .map(
                each ->
                    new BoundPolicy(
                        each.id(),
                        each.name(),
                        each.version(),
                        terms.apply(each.terms()),
                        each.requirements(),
                        each.bypassers()))
            .toList());
  }

  /** The same under so many policies of that name. */
  Case under(int count, String name) {
    return under(Collections.nCopies(count, policy(name)));
  }

  private Case under(List<BoundPolicy> policies) {
    Revision changed =
        new Revision(
            revision.request(),
            revision.number(),
            revision.token(),
            revision.author(),
            revision.authors(),
            revision.owners(),
            revision.title(),
            revision.message(),
            revision.payload(),
            policies,
            revision.madeAt(),
            revision.digest());
    return new Case(state, changed, directory);
  }

  Case with(Directory people) {
    return new Case(state, revision, people);
  }

  /** The same, on which Bob and Eve approve and nobody rejects. */
  Case agreed() {
    List<Event> votes =
        List.of(
            new Event.Voted(id("cem"), DIGEST, Decision.RETRACT, ""),
            new Event.Voted(id("eve"), DIGEST, Decision.APPROVE, ""),
            new Event.Agreed(DIGEST, null, false));
    return at(Requests.evolve(REQUEST, state, votes, AT));
  }

  /** What the project says where Dana may propose and no other policy governs. */
  static Rules proposing() {
    return Rulebook.rules(
        List.of(),
        List.of(
            Rulebook.binding("admin", Role.ADMIN, "ada"),
            Rulebook.binding("dev", Role.DEVELOPER, "dana")));
  }

  /** The same, of which only eve could be asked, who has left the policy's set. */
  static Case abandoned() {
    Case whole = standard();
    BoundPolicy bound = whole.revision.policies().getFirst();
    Requirement left = new Requirement(1, ids("fay"), new TreeSet<>());
    return whole.under(
        List.of(
            new BoundPolicy(
                bound.id(),
                bound.name(),
                bound.version(),
                bound.terms(),
                List.of(new BoundRequirement(left, ids("dana", "eve"))),
                bound.bypassers())));
  }

  /** The same without a policy. */
  static Case unprotected() {
    return standard().under(List.of());
  }

  /** The same while it is merged without its approvers, for the reason that is its message. */
  Case around() {
    Event started =
        new Event.MergeStarted(
            id("dana"), DIGEST, Event.Mode.BYPASS, revision.message(), ids("cem"), true);
    return new Case(Requests.evolve(REQUEST, state, List.of(started), AT), revision, directory);
  }

  /** The same when that is done. */
  Case merged() {
    Event bypassed = new Event.Bypassed(DIGEST, List.of());
    return at(Requests.evolve(REQUEST, state, List.of(bypassed), AT));
  }

  /** What the project says now: Fay approves too, and Ada is its admin. */
  static Rules rules() {
    return Rulebook.rules(
        List.of(Rulebook.policy("later", Rulebook.requirement(1, "fay"))),
        List.of(Rulebook.binding("admin", Role.ADMIN, "ada")));
  }

  static Event.Submitted submitted(String title) {
    return new Event.Submitted(
        id("dana"), 1, DIGEST, title, List.of(STRIPE), AT.plus(Duration.ofDays(14)));
  }

  static Event.Revised revised() {
    return new Event.Revised(
        id("dana"), 2, DIGEST, "Rotate", List.of(STRIPE), AT.plus(Duration.ofDays(14)));
  }

  private static BoundPolicy policy(String name) {
    SortedSet<PersonId> members = ids("bob", "cem", "dana", "eve");
    Requirement requirement = new Requirement(2, members, new TreeSet<>(Set.of(TEAM)));
    return new BoundPolicy(
        new PolicyId("production"),
        name,
        1,
        new Terms(true, 1, Terms.USUAL, null, false, new Bypass.Off(), false),
        List.of(new BoundRequirement(requirement, members)),
        new TreeSet<>());
  }

  static Operation copy(String key, Source source) {
    return new Operation.Copy(STRIPE, key, source, THERE, MAC, Kind.STRING);
  }

  private static List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    operations.add(new Operation.Set(STRIPE, "STRIPE_KEY", THERE, MAC));
    operations.add(new Operation.Set(STRIPE, "STRIPE_WEBHOOK_SECRET", new Base.Absent(), MAC));
    operations.add(new Operation.Delete(STRIPE, "STRIPE_OLD", THERE));
    operations.add(new Operation.Rename(STRIPE, "MODE", "STRIPE_MODE", THERE, new Base.Absent()));
    return operations;
  }

  static Directory people(UnaryOperator<String> name) {
    return directory(
        person("ada", name.apply("Ada Byron"), "ada@example.com", true),
        person("fay", name.apply("Fay Lund"), "fay@example.com", true),
        person("bob", name.apply("Bob Stone"), "bob@example.com", true),
        person("cem", name.apply("Cem Aydın"), "cem@example.com", true),
        person("dana", name.apply("Dana Okafor"), "dana@example.com", true),
        person("eve", name.apply("Eve Li"), "eve@example.com", true));
  }

  static Directory directory(Person... people) {
    SortedMap<PersonId, Person> all = new TreeMap<>();
    for (Person person : people) {
      all.put(person.id(), person);
    }
    return new Directory(all, new TreeMap<>());
  }

  static Person person(String id, String name, String email, boolean active) {
    return new Person(id(id), name, email, active, People.subject(id), new TreeSet<>(), 1);
  }

  static DocumentId document(String path) {
    return new DocumentId(new EnvironmentId("prod"), new DocumentPath(path));
  }

  static PersonId id(String id) {
    return new PersonId(id);
  }

  static SortedSet<PersonId> ids(String... ids) {
    SortedSet<PersonId> all = new TreeSet<>();
    for (String each : ids) {
      all.add(id(each));
    }
    return all;
  }
}
