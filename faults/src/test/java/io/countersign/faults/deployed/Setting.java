package io.countersign.faults.deployed;

import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.name.PathGlob;
import io.countersign.policy.AccessTerms;
import io.countersign.policy.Bypass;
import io.countersign.policy.Kind;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyId;
import io.countersign.policy.Reminders;
import io.countersign.policy.Target;
import io.countersign.policy.Terms;
import io.countersign.project.Destination;
import io.countersign.project.DestinationId;
import io.countersign.project.Environment;
import io.countersign.project.EnvironmentId;
import io.countersign.project.Prefixes;
import io.countersign.project.ProjectId;
import io.countersign.project.Sink;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import io.countersign.store.Ask;
import io.countersign.store.Counters;
import io.countersign.store.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The project {@code payments}: in {@code prod} one of Bob and Cem must approve what Ann proposes,
 * in {@code auto} it is merged by itself then, in {@code open} she may bypass them, in {@code mail}
 * they may vote by mail, in {@code chat} they are reminded and {@link Rooms} are told, in {@code
 * deaf} only Eve may approve, who has no mail address, in {@code lent} they are asked for access,
 * and {@code free} is not protected. Dan is admin.
 */
public final class Setting {
  public static final EnvironmentId AUTO = new EnvironmentId("auto");
  public static final EnvironmentId FREE = new EnvironmentId("free");
  public static final EnvironmentId OPEN = new EnvironmentId("open");
  public static final EnvironmentId MAIL = new EnvironmentId("mail");
  public static final EnvironmentId CHAT = new EnvironmentId("chat");
  public static final EnvironmentId DEAF = new EnvironmentId("deaf");
  public static final EnvironmentId LENT = new EnvironmentId("lent");

  private static final Reminders DAILY = new Reminders(Duration.ofDays(1), Duration.ofDays(1), 3);

  private final Deployment deployment;
  private Prefixes prefixes = Prefixes.NONE;

  private Setting(Deployment deployment) {
    this.deployment = deployment;
  }

  /** Writes all of it. */
  static void in(Deployment deployment) {
    new Setting(deployment).write();
  }

  private void write() {
    write(
        new Entry.OfFirstAdmin(
            People.person("dan"),
            Rulebook.binding("first-admin", Role.ADMIN, "dan"),
            Instant.EPOCH));
    Stream.of("ann", "bob", "cem")
        .map(name -> People.person(name))
        .forEach(person -> write(new Entry.OfPerson(null, person)));
    write(new Entry.OfPerson(null, withoutAddress(People.person("eve"))));
    write(new Entry.OfProject(Rulebook.project()));
    Stream.of(Rulebook.PROD, AUTO, FREE, OPEN, MAIL, CHAT, DEAF, LENT).forEach(this::environment);
    write(
        new Entry.OfBinding(
            Rulebook.PAYMENTS, Rulebook.binding("developer-ann", Role.DEVELOPER, "ann")));
    Policy one = Rulebook.policy("one", Rulebook.requirement(1, "bob", "cem"));
    Policy automatic = Rulebook.policy("automatic", Rulebook.requirement(1, "bob", "cem"));
    write(new Entry.OfPolicy(Rulebook.PAYMENTS, one));
    write(
        new Entry.OfPolicy(
            Rulebook.PAYMENTS,
            Rulebook.with(
                Rulebook.on(List.of(new Target(AUTO, PathGlob.ALL)), automatic), merged())));
    write(
        new Entry.OfPolicy(
            Rulebook.PAYMENTS,
            Rulebook.bypass(
                new Bypass.Anyone(),
                Rulebook.on(
                    List.of(new Target(OPEN, PathGlob.ALL)),
                    Rulebook.policy("open", Rulebook.requirement(1, "bob", "cem"))))));
    write(
        new Entry.OfPolicy(
            Rulebook.PAYMENTS,
            Rulebook.byMail(
                Rulebook.on(
                    List.of(new Target(MAIL, PathGlob.ALL)),
                    Rulebook.policy("mail", Rulebook.requirement(1, "bob", "cem"))))));
    Rooms.in(deployment);
    Policy chat = Rulebook.policy("chat", Rulebook.requirement(1, "bob", "cem"));
    write(
        new Entry.OfPolicy(
            Rulebook.PAYMENTS,
            Rooms.told(
                Rulebook.on(
                    List.of(new Target(CHAT, PathGlob.ALL)),
                    Rulebook.with(chat, chat.terms().reminding(DAILY))))));
    write(
        new Entry.OfPolicy(
            Rulebook.PAYMENTS,
            Rulebook.on(
                List.of(new Target(DEAF, PathGlob.ALL)),
                Rulebook.policy("deaf", Rulebook.requirement(1, "eve")))));
    write(
        new Entry.OfPolicy(
            Rulebook.PAYMENTS,
            lasting(
                Rulebook.access(
                    Rulebook.on(
                        List.of(new Target(LENT, PathGlob.ALL)),
                        Rulebook.policy("lent", Rulebook.requirement(1, "bob", "cem")))))));
    write(new Entry.OfPolicy(ProjectId.ORGANISATION, charter()));
    prefixes = prefixes.claimed("/app/", Rulebook.PAYMENTS + "/ssm");
    write(
        new Entry.OfDestination(
            Rulebook.PAYMENTS,
            new Destination(
                new DestinationId("ssm"),
                Rulebook.PROD,
                PathGlob.ALL,
                new Sink.Parameters("/app/", false),
                1),
            prefixes));
    write(
        new Entry.OfDestination(
            Rulebook.PAYMENTS,
            new Destination(
                new DestinationId("hook"),
                CHAT,
                PathGlob.ALL,
                new Sink.Webhook(
                    "https://hooks.example.com/",
                    false,
                    new TreeSet<>(List.of("Submitted")),
                    List.of()),
                1),
            null));
  }

  /** One of these has to agree to what changes in the organisation. */
  private static Policy charter() {
    return new Policy(
        new PolicyId("charter"),
        Kind.GOVERNANCE,
        "charter",
        List.of(),
        List.of(Rulebook.requirement(1, "bob", "cem")),
        Terms.STRICT,
        new TreeSet<>(),
        1);
  }

  /** Whoever comes next comes hours later: access outlives all of them. */
  private static Policy lasting(Policy policy) {
    return new Policy(
        policy.id(),
        policy.kind(),
        policy.name(),
        policy.targets(),
        policy.requirements(),
        policy.terms().with(new AccessTerms(Duration.ofDays(365), true)),
        policy.channels(),
        policy.version());
  }

  private static Person withoutAddress(Person person) {
    return new Person(
        person.id(),
        person.name(),
        "",
        person.active(),
        person.subject(),
        person.groups(),
        person.version());
  }

  private static Terms merged() {
    Terms usual = Terms.STRICT;
    return new Terms(
        usual.selfApproval(),
        usual.declineAfter(),
        usual.pendingFor(),
        usual.mergeWithin(),
        true,
        usual.bypass(),
        usual.approversMayReveal());
  }

  private void environment(EnvironmentId id) {
    Environment environment = Rulebook.environment(id);
    prefixes = prefixes.claimed(environment.secretPrefix(), Rulebook.PAYMENTS + "/" + id);
    write(new Entry.OfEnvironment(Rulebook.PAYMENTS, environment, prefixes));
  }

  private void write(Entry entry) {
    write(deployment, entry);
  }

  /** Writes one more entry. */
  public static void write(Deployment deployment, Entry entry) {
    Counters counters =
        deployment.store.read(new Ask(null, null, null, null, Rulebook.PAYMENTS)).counters();
    if (!deployment.registry.write(entry, Objects.requireNonNull(counters))) {
      throw new IllegalStateException("not written: " + entry);
    }
  }
}
