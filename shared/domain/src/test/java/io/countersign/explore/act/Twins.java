package io.countersign.explore.act;

import io.countersign.explain.Reason;
import io.countersign.explore.realm.Day;
import io.countersign.explore.realm.Errand;
import io.countersign.explore.realm.Realm;
import io.countersign.explore.world.Filed;
import io.countersign.explore.world.Hand;
import io.countersign.explore.world.Part;
import io.countersign.explore.world.World;
import io.countersign.merge.Plan;
import io.countersign.request.Command;
import io.countersign.request.Outcome;
import io.countersign.request.Requests;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.store.Ask;
import io.countersign.store.Commit;
import io.countersign.store.Counters;
import io.countersign.store.Entry;
import io.countersign.store.FakeTables;
import io.countersign.store.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The table of the exploration and the store's fake, side by side. */
final class Twins {
  private final Realm realm;
  private final Engine engine;
  private final Reading reading;
  private final Deciding deciding;
  private final FakeTables tables = new FakeTables(() -> Proposals.NOON);
  private final List<Moment> past = new ArrayList<>();
  private World world;
  private int groups;
  private int policies;

  /** What both held at one time. */
  private record Moment(World world, List<@Nullable Head> heads, Counters counters) {}

  /** The table with an engine of its own; what is decided is decided by the real one. */
  Twins(Realm realm, Engine engine) {
    this.realm = realm;
    this.engine = engine;
    this.reading = new Reading(realm, Engine.REAL);
    this.deciding = new Deciding(realm, Engine.REAL, new Asking(realm, new Drafts()));
    this.world = World.of(realm);
    remember();
  }

  private void remember() {
    List<@Nullable Head> heads = new ArrayList<>();
    World.REQUESTS.forEach(each -> heads.add(head(each)));
    Counters counters =
        tables.store().read(new Ask(null, null, null, null, Rulebook.PAYMENTS)).counters();
    past.add(new Moment(world, heads, Objects.requireNonNull(counters)));
  }

  private @Nullable Head head(int request) {
    return tables.store().read(Ask.state(World.id(request))).head();
  }

  /** Something is written that rests on a moment in the past; whether both did the same. */
  boolean agree(RandomGenerator random) {
    switch (random.nextInt(8)) {
      case 0 -> rulesWritten();
      case 1 -> directoryWritten();
      default -> {
        return committed(random);
      }
    }
    remember();
    return true;
  }

  private void rulesWritten() {
    policies++;
    Entry entry =
        new Entry.OfPolicy(
            Rulebook.PAYMENTS,
            Rulebook.policy("policy-" + policies, Rulebook.requirement(1, "amy")));
    written(entry);
    world = world.with(Part.RULES, world.get(Part.RULES).next(world.get(Part.RULES).rules()));
  }

  private void directoryWritten() {
    groups++;
    written(new Entry.OfPerson(null, People.person("person-" + groups)));
    world = world.with(Part.STAFF, world.get(Part.STAFF).next(world.get(Part.STAFF).directory()));
  }

  private void written(Entry entry) {
    if (!tables.registry().write(entry, past.getLast().counters())) {
      throw new IllegalStateException("not written: " + entry);
    }
  }

  private boolean committed(RandomGenerator random) {
    // Mostly what was read just now, so that something happens at all.
    int back = random.nextBoolean() ? 0 : random.nextInt(Math.min(4, past.size()));
    Moment then = past.get(past.size() - 1 - back);
    Commit commit = commit(then, random);
    if (commit == null) {
      return true;
    }
    int request = World.number(commit.after().id());
    World after = new Table(world, engine).commit(commit);
    boolean taken = tables.store().commit(twin(commit, then));
    world = after == null ? world : after;
    remember();
    return taken == (after != null) && alike(request);
  }

  private boolean alike(int request) {
    Filed filed = world.filed(request);
    Head head = head(request);
    return filed == null
        ? head == null
        : head != null
            && filed.request().equals(head.request())
            && Objects.equals(filed.head().plan(), head.plan())
            && filed.head().version() == head.version();
  }

  private @Nullable Commit commit(Moment then, RandomGenerator random) {
    int request = random.nextInt(World.REQUESTS.size());
    Filed filed = then.world().filed(request);
    Commit commit =
        filed != null && filed.head().locking() != null && random.nextInt(3) == 0
            ? merging(filed.head(), filed.head().locking(), random)
            : asked(then, random);
    return commit == null || random.nextInt(6) > 0 ? commit : late(commit);
  }

  /** What a merge writes: its plan, or its end. */
  private static @Nullable Commit merging(Head head, Plan plan, RandomGenerator random) {
    if (random.nextBoolean()) {
      Plan next = random.nextBoolean() ? plan : plan.with(plan.lease().next(Day.LAPSED));
      return new Commit(head, head.request(), next, List.of(), Proposals.NOON, null, null, null);
    }
    Command end = new Command.GiveUp(Reason.of("code", "words"), random.nextBoolean());
    return Requests.decide(head.request(), end, Proposals.NOON)
            instanceof Outcome.Accepted(var events)
        ? Commit.of(head.request().id(), head, events, Proposals.NOON)
        : null;
  }

  private @Nullable Commit asked(Moment then, RandomGenerator random) {
    Errand errand = realm.errands().get(random.nextInt(realm.errands().size()));
    Hand hand = reading.begun(then.world(), errand);
    while (!reading.done(hand)) {
      hand = reading.next(then.world(), hand);
    }
    return deciding.commit(then.world(), hand);
  }

  /** The same, written when the request's time is over. */
  private static Commit late(Commit commit) {
    return new Commit(
        commit.before(),
        commit.after(),
        commit.plan(),
        commit.events(),
        Day.LAST.now(),
        commit.revision(),
        commit.unchanged(),
        null);
  }

  /** The same on what the fake held then. */
  private static Commit twin(Commit commit, Moment then) {
    return new Commit(
        commit.before() == null ? null : then.heads().get(World.number(commit.after().id())),
        commit.after(),
        commit.plan(),
        commit.events(),
        commit.at(),
        commit.revision(),
        commit.unchanged() == null ? null : then.counters(),
        null);
  }

  /** How often something was written or refused. */
  int moments() {
    return past.size();
  }
}
