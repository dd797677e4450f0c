package io.countersign.sample;

import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.directory.GroupId;
import io.countersign.directory.Machine;
import io.countersign.directory.MachineId;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.directory.Subject;
import io.countersign.explain.Reason;
import io.countersign.name.DocumentPath;
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
import io.countersign.project.Channel;
import io.countersign.project.ChannelId;
import io.countersign.project.Credential;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.project.ProjectId;
import io.countersign.property.Cases;
import io.countersign.revision.Digest;
import io.countersign.revision.Mac;
import io.countersign.revision.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Random values of the domain. */
public final class Any {
  private static final List<String> NAMES = List.of("ann", "bob", "cem", "dan", "eve");
  private static final List<String> GROUPS = List.of("ops", "leads", "all");
  private static final List<String> GLOBS = List.of("/**", "/*", "/db", "/db/**", "/a/*/b");
  private static final int[] POINTS = {
    'a', 'Z', '0', ' ', '"', '\\', '/', '<', 0, 0x1f, '\n', 0x7f, 0x80, 0xe9, 0x301, 0x7ff, 0x2028,
    0xd7ff, 0xe000, 0xfeff, 0xfffd, 0xffff, 0x10000, 0x1d11e, 0x10ffff
  };

  private Any() {}

  /** Well-formed Unicode with a liking for what goes wrong; may be empty. */
  public static String text(RandomGenerator random) {
    return text(random, random.nextInt(12));
  }

  public static String text(RandomGenerator random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(POINTS[random.nextInt(POINTS.length)]);
    }
    return text.toString();
  }

  public static <T> List<T> list(RandomGenerator random, int most, Supplier<T> item) {
    return IntStream.range(0, random.nextInt(most + 1)).mapToObj(_ -> item.get()).toList();
  }

  public static <T> @Nullable T maybe(RandomGenerator random, Supplier<T> item) {
    return random.nextBoolean() ? null : item.get();
  }

  public static PersonId person(RandomGenerator random) {
    return new PersonId(Cases.oneOf(random, NAMES));
  }

  public static SortedSet<PersonId> people(RandomGenerator random, int least) {
    SortedSet<PersonId> people = new TreeSet<>();
    while (people.size() < least || random.nextBoolean()) {
      people.add(person(random));
      if (people.size() == NAMES.size()) {
        break;
      }
    }
    return people;
  }

  public static ActorId actor(RandomGenerator random) {
    return random.nextBoolean() ? person(random) : new MachineId(Cases.oneOf(random, NAMES));
  }

  /** At least one, people and machines. */
  public static SortedSet<ActorId> authors(RandomGenerator random) {
    SortedSet<ActorId> authors = new TreeSet<>();
    do {
      authors.add(actor(random));
    } while (random.nextBoolean());
    return authors;
  }

  public static SortedSet<GroupId> groups(RandomGenerator random) {
    return new TreeSet<>(list(random, 2, () -> new GroupId(Cases.oneOf(random, GROUPS))));
  }

  public static Person wholePerson(RandomGenerator random) {
    Supplier<Subject> subject = () -> new Subject("x" + text(random), "y" + text(random));
    return new Person(
        person(random),
        text(random),
        text(random),
        random.nextBoolean(),
        maybe(random, subject),
        groups(random),
        number(random));
  }

  public static Machine machine(RandomGenerator random) {
    SortedMap<PersonId, Instant> ceased = new TreeMap<>();
    people(random, 0).forEach(each -> ceased.put(each, instant(random)));
    return new Machine(
        new MachineId(Cases.oneOf(random, NAMES)),
        text(random),
        random.nextBoolean(),
        maybe(random, () -> new Subject("x" + text(random), "y" + text(random))),
        people(random, 0),
        ceased,
        number(random));
  }

  public static Directory directory(RandomGenerator random) {
    return People.directory(
        NAMES.stream()
            .filter(_ -> random.nextInt(4) > 0)
            .map(
                name ->
                    People.person(
                        name, groups(random).stream().map(GroupId::value).toArray(String[]::new)))
            .toArray(Person[]::new));
  }

  public static Policy policy(RandomGenerator random) {
    return new Policy(
        new PolicyId("policy-" + random.nextInt(100)),
        Cases.oneOf(random, List.of(Kind.values())),
        text(random),
        List.of(new Target(environment(random), new PathGlob(Cases.oneOf(random, GLOBS)))),
        IntStream.range(0, 1 + random.nextInt(2))
            .mapToObj(
                _ -> new Requirement(1 + random.nextInt(3), people(random, 0), groups(random)))
            .toList(),
        terms(random),
        channels(random),
        number(random));
  }

  private static SortedSet<ChannelId> channels(RandomGenerator random) {
    SortedSet<ChannelId> channels = new TreeSet<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      channels.add(new ChannelId("channel-" + i));
    }
    return channels;
  }

  public static Channel channel(RandomGenerator random) {
    return new Channel(
        new ChannelId("channel-" + random.nextInt(100)),
        random.nextBoolean()
            ? new Channel.Place.Slack("C" + random.nextInt(10_000_000))
            : new Channel.Place.Teams(text(random)),
        new Credential(text(random), text(random)),
        number(random));
  }

  private static Terms terms(RandomGenerator random) {
    return new Terms(
        random.nextBoolean(),
        1 + random.nextInt(3),
        Duration.ofSeconds(1 + random.nextInt(10_000_000)),
        maybe(random, () -> Duration.ofSeconds(1 + random.nextInt(10_000_000))),
        random.nextBoolean(),
        bypass(random),
        random.nextBoolean(),
        maybe(random, () -> reminders(random)),
        Cases.oneOf(random, List.of(LinkVoting.values())),
        maybe(
            random,
            () ->
                new AccessTerms(
                    Duration.ofSeconds(1 + random.nextInt(10_000_000)), random.nextBoolean())));
  }

  private static Reminders reminders(RandomGenerator random) {
    return new Reminders(
        Duration.ofSeconds(1 + random.nextInt(10_000_000)),
        Duration.ofSeconds(1 + random.nextInt(10_000_000)),
        1 + random.nextInt(Reminders.MOST));
  }

  private static Bypass bypass(RandomGenerator random) {
    return switch (random.nextInt(3)) {
      case 0 -> new Bypass.Off();
      case 1 -> new Bypass.Anyone();
      default -> new Bypass.Chosen(people(random, 1), groups(random));
    };
  }

  public static EnvironmentId environment(RandomGenerator random) {
    return Cases.oneOf(random, List.of(Rulebook.PROD, Rulebook.STAGING));
  }

  public static DocumentId document(RandomGenerator random) {
    List<String> paths = List.of("/db", "/db/main", "/a/b/c", "/x=+@._-/y");
    return new DocumentId(environment(random), new DocumentPath(Cases.oneOf(random, paths)));
  }

  public static RequestId request(RandomGenerator random) {
    List<String> projects = List.of("payments", "a-1", "99", "x-", "--");
    return new RequestId(ProjectId.of(Cases.oneOf(random, projects)), 1 + random.nextInt(1000));
  }

  public static long number(RandomGenerator random) {
    return random.nextBoolean() ? 1 + random.nextInt(9) : random.nextLong(1, Long.MAX_VALUE);
  }

  public static Instant instant(RandomGenerator random) {
    return Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
  }

  public static Digest digest(RandomGenerator random) {
    return new Digest(hex(random));
  }

  public static Mac mac(RandomGenerator random) {
    return new Mac(hex(random));
  }

  public static Reason reason(RandomGenerator random) {
    return new Reason(text(random), text(random), people(random, 0));
  }

  private static String hex(RandomGenerator random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
