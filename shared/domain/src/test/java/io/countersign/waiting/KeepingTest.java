package io.countersign.waiting;

import static io.countersign.sample.Rulebook.requirement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.directory.PersonId;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.BoundRequirement;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.store.Ask;
import io.countersign.store.Commit;
import io.countersign.store.Contended;
import io.countersign.store.Contention;
import io.countersign.store.FakeTables;
import io.countersign.store.Head;
import io.countersign.store.PassingStore;
import io.countersign.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Lists come to be what the requests are, whatever happens in between. */
class KeepingTest {
  private final FakeTables tables = new FakeTables(() -> Proposals.NOON);
  private final Contention contention = new Contention(new Random(1), _ -> {});
  private final Keeping keeping = new Keeping(tables.store(), tables.waiting(), contention);
  private Revision revision = revision(People.ids("bob", "cem"));

  private static Revision revision(SortedSet<PersonId> people) {
    BoundRequirement requirement =
        new BoundRequirement(requirement(1, people.first().value()), people);
    BoundPolicy one =
        Rulebook.policy("one", requirement.requirement()).bind(People.directory("bob"));
    return Proposals.revision(
        People.ids("ann"),
        List.of(
            new BoundPolicy(
                one.id(),
                one.name(),
                one.version(),
                one.terms(),
                List.of(requirement),
                new TreeSet<>())),
        Rulebook.DB);
  }

  private void submit() {
    happens(
        Commit.of(Proposals.ONE, null, List.of(Proposals.submitted(revision)), Proposals.NOON)
            .with(revision));
  }

  private void happens(Commit commit) {
    assertThat(tables.store().commit(commit)).isTrue();
  }

  private void happens(Event event) {
    Head head = tables.store().read(Ask.state(Proposals.ONE)).head();
    happens(Commit.of(Proposals.ONE, head, List.of(event), Proposals.NOON));
  }

  private void vote(String voter) {
    happens(new Event.Voted(People.id(voter), revision.digest(), Decision.APPROVE, ""));
  }

  private List<RequestId> list(String person) {
    return tables.catalog().waiting(People.id(person), null, 10).requests().stream()
        .map(Request::id)
        .toList();
  }

  @Test
  void aRequestComesOntoTheListsAndGoesOffThem() {
    submit();
    keeping.keep(Proposals.ONE);
    assertThat(list("bob")).containsExactly(Proposals.ONE);
    vote("bob");
    keeping.keep(Proposals.ONE);
    assertThat(list("bob")).isEmpty();
    assertThat(list("cem")).containsExactly(Proposals.ONE);
    assertThat(list("ann")).containsExactly(Proposals.ONE);
    happens(new Event.Withdrawn(People.id("ann"), ""));
    keeping.keep(Proposals.ONE);
    assertThat(list("cem")).isEmpty();
    assertThat(list("ann")).isEmpty();
  }

  @Test
  void keepingTwiceOrLateComesToTheSame() {
    submit();
    vote("bob");
    assertThat(keeping.keep(Proposals.ONE)).isEqualTo(2);
    Noted noted = tables.waiting().noted(Proposals.ONE);
    assertThat(keeping.keep(Proposals.ONE)).isEqualTo(2);
    assertThat(tables.waiting().noted(Proposals.ONE)).isEqualTo(noted);
    assertThat(list("bob")).isEmpty();
    assertThat(keeping.keep(new RequestId(Rulebook.PAYMENTS, 99))).isZero();
  }

  @Test
  void whoIsSlowDoesNotUndoWhatOthersHaveNotedSince() {
    submit();
    List<Runnable> meanwhile =
        new ArrayList<>(
            List.of(
                () -> {
                  vote("bob");
                  keeping.keep(Proposals.ONE);
                }));
    WaitingLists slow =
        new WaitingLists() {
          @Override
          public Noted noted(RequestId request) {
            return tables.waiting().noted(request);
          }

          @Override
          public boolean note(Request request, Noted before, Noted after) {
            if (!meanwhile.isEmpty()) {
              meanwhile.removeFirst().run();
            }
            return tables.waiting().note(request, before, after);
          }
        };
    new Keeping(tables.store(), slow, contention).keep(Proposals.ONE);
    assertThat(list("bob")).isEmpty();
    assertThat(list("cem")).containsExactly(Proposals.ONE);
  }

  @Test
  void moreThanFitIntoOneTransactionComeInSteps() {
    SortedSet<PersonId> many = new TreeSet<>();
    for (int i = 0; i < 250; i++) {
      many.add(People.id("person-" + i));
    }
    revision = revision(many);
    submit();
    assertThat(keeping.keep(Proposals.ONE)).isEqualTo(1);
    assertThat(tables.waiting().noted(Proposals.ONE).people()).isEqualTo(many);
    happens(new Event.Withdrawn(People.id("ann"), ""));
    keeping.keep(Proposals.ONE);
    assertThat(tables.waiting().noted(Proposals.ONE).people()).isEmpty();
  }

  @Test
  void whenItNeverGoesThroughThatIsSaid() {
    submit();
    WaitingLists busy =
        new WaitingLists() {
          @Override
          public Noted noted(RequestId request) {
            return Noted.NONE;
          }

          @Override
          public boolean note(Request request, Noted before, Noted after) {
            return false;
          }
        };
    assertThatThrownBy(() -> new Keeping(tables.store(), busy, contention).keep(Proposals.ONE))
        .isInstanceOf(Contended.class);
  }

  /** Lists that cannot be noted the first time. */
  private WaitingLists slowOnce() {
    List<Boolean> refusals = new ArrayList<>(List.of(true));
    return new WaitingLists() {
      @Override
      public Noted noted(RequestId request) {
        return tables.waiting().noted(request);
      }

      @Override
      public boolean note(Request request, Noted before, Noted after) {
        return refusals.isEmpty()
            ? tables.waiting().note(request, before, after)
            : !refusals.removeFirst();
      }
    };
  }

  @Test
  void whatCouldNotBeNotedIsNotedAtTheNextTry() {
    submit();
    assertThat(new Keeping(tables.store(), slowOnce(), contention).keep(Proposals.ONE)).isOne();
    assertThat(list("bob")).containsExactly(Proposals.ONE);
  }

  @Test
  void itIsCountedHowOftenAListWasNoted() {
    Noted first = Noted.NONE.next(3, People.ids("bob"));
    assertThat(first).isEqualTo(new Noted(1, 3, People.ids("bob")));
    assertThat(first.next(4, People.ids()).version()).isEqualTo(2);
  }

  @Test
  void nothingIsReadOfTheRevisionOfWhatHasEnded() {
    submit();
    happens(new Event.Withdrawn(People.id("ann"), ""));
    Store blind =
        new PassingStore(tables.store()) {
          @Override
          public Revision revision(RequestId request, Digest digest) {
            throw new AssertionError("read the revision of a request that has ended");
          }
        };
    assertThat(new Keeping(blind, tables.waiting(), contention).keep(Proposals.ONE)).isEqualTo(2);
  }
}
