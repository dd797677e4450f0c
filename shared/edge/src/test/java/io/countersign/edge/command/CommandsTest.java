package io.countersign.edge.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Person;
import io.countersign.edge.http.Answered;
import io.countersign.edge.http.Calls;
import io.countersign.request.Event;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.store.Ask;
import io.countersign.store.Commit;
import io.countersign.store.Contention;
import io.countersign.store.Counters;
import io.countersign.store.Doors.Call;
import io.countersign.store.Entry;
import io.countersign.store.Head;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** One read, one decision, one transaction, one answer. */
class CommandsTest {
  private final VotingCalls calls = new VotingCalls();

  @Test
  void aCommandIsOneReadAndOneTransaction() {
    int commits = calls.doors().calls(Call.COMMIT);
    Answered answer = calls.answer(calls.vote("APPROVE").by("bob"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("id")).isEqualTo("payments-1");
    assertThat(answer.text("digest")).isEqualTo(calls.revision.digest().hex());
    assertThat(calls.doors().calls(Call.READ)).isEqualTo(1);
    assertThat(calls.doors().calls(Call.REVISION)).isZero();
    assertThat(calls.doors().calls(Call.COMMIT)).isEqualTo(commits + 1);
    assertThat(calls.state().votes().keySet()).isEqualTo(People.ids("bob"));
  }

  @Test
  void anOldDigestIs409WithThePresentOne() {
    Answered answer = calls.answer(calls.vote("APPROVE", "f".repeat(64)).by("bob"));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("stale-digest");
    assertThat(answer.body().get("present")).isEqualTo(Answers.summary(calls.state()).build());
  }

  @Test
  void aRefusalHasTheStatusOfItsKind() {
    assertThat(calls.answer(calls.vote("APPROVE").by("ann")).status()).isEqualTo(403);
    calls.answer(calls.vote("REJECT").by("bob"));
    Answered late = calls.answer(calls.vote("APPROVE").by("cem"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("rejected");
  }

  @Test
  void aRefusalNamesWhoCouldClearItAndReadsThemOnlyThen() {
    calls.answer(calls.vote("APPROVE").by("bob"));
    assertThat(calls.doors().calls(Call.DIRECTORY)).isZero();
    assertThat(calls.answer(calls.vote("APPROVE").by("ann")).text())
        .contains(
            "\"clearedBy\":[{\"id\":\"bob\",\"name\":\"bob\",\"kind\":\"PERSON\"},{\"id\":\"cem\"");
    assertThat(calls.doors().calls(Call.DIRECTORY)).isEqualTo(1);
  }

  @Test
  void whatAStrangerMayNotKnowOfIsNotThereForThem() {
    Answered answer = calls.answer(calls.vote("APPROVE", "f".repeat(64)).by("dan"));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body().get("present")).isNull();
    assertThat(answer.body().get("reasons")).isNull();
  }

  @Test
  void anUnknownRequestIsNotFound() {
    Calls call = calls.vote("APPROVE").by("bob").with("id", "payments-2");
    assertThat(calls.answer(call).status()).isEqualTo(404);
  }

  @Test
  void aStrangerLearnsWhatToAskFor() {
    Answered answer = calls.answer(calls.vote("APPROVE").by("stranger"));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("unknown-person");
    assertThat(answer.text("detail")).contains("subject-of-stranger", "https://issuer.example.com");
    assertThat(answer.text()).contains("\"clearedBy\":[]");
  }

  @Test
  void whoIsDeactivatedIsTurnedAway() {
    Person bob = People.person("bob");
    Person gone = People.gone(bob.in(bob.groups()));
    Counters counters =
        Objects.requireNonNull(
            calls
                .tables
                .store()
                .read(new Ask(null, null, null, null, Rulebook.PAYMENTS))
                .counters());
    assertThat(calls.tables.registry().write(new Entry.OfPerson(bob, gone), counters)).isTrue();
    assertThat(calls.answer(calls.vote("APPROVE").by("bob")).code()).isEqualTo("deactivated");
  }

  @Test
  void whenOthersComeFirstItIsDecidedAgainOnAFreshRead() {
    calls.doors().first(Call.COMMIT, () -> calls.answer(calls.vote("APPROVE").by("cem")));
    Answered answer = calls.answer(calls.vote("APPROVE").by("bob"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(calls.pauses).hasSize(1);
    assertThat(calls.state().votes().keySet()).isEqualTo(People.ids("bob", "cem"));
    assertThat(calls.state().announced()).isTrue();
  }

  @Test
  void whatOthersDecidedFirstMayRefuseIt() {
    calls.doors().first(Call.COMMIT, () -> calls.answer(calls.vote("REJECT").by("cem")));
    assertThat(calls.answer(calls.vote("APPROVE").by("bob")).code()).isEqualTo("rejected");
  }

  @Test
  void afterNineTriesItIs503() {
    int before = calls.doors().calls(Call.COMMIT);
    for (int i = 0; i < Contention.TRIES; i++) {
      calls.doors().first(Call.COMMIT, this::somebodyComments);
    }
    assertThat(calls.answer(calls.vote("APPROVE").by("bob")).status()).isEqualTo(503);
    assertThat(calls.doors().calls(Call.COMMIT)).isEqualTo(before + 2 * Contention.TRIES);
    assertThat(calls.pauses)
        .hasSize(Contention.TRIES - 1)
        .allMatch(each -> each >= 0 && each < 2_000);
    assertThat(calls.state().votes()).isEmpty();
  }

  @Test
  void theNinthTryMayStillGoThrough() {
    for (int i = 0; i < Contention.TRIES - 1; i++) {
      calls.doors().first(Call.COMMIT, this::somebodyComments);
    }
    assertThat(calls.answer(calls.vote("APPROVE").by("bob")).status()).isEqualTo(200);
  }

  private void somebodyComments() {
    Head head = Objects.requireNonNull(calls.tables.store().read(Ask.state(Proposals.ONE)).head());
    Event comment = new Event.Commented(People.id("ann"), "x");
    calls.tables.store().commit(Commit.of(Proposals.ONE, head, List.of(comment), Proposals.NOON));
  }

  @Test
  void whenTheTableIsAwayItIs503() {
    calls.doors().failBefore(Call.READ);
    assertThat(calls.answer(calls.vote("APPROVE").by("bob")).status()).isEqualTo(503);
    calls.doors().failBefore(Call.COMMIT);
    assertThat(calls.answer(calls.vote("APPROVE").by("bob")).status()).isEqualTo(503);
    assertThat(calls.state().votes()).isEmpty();
  }

  @Test
  void aRepeatedCallIsAnsweredAndNotDoneAgain() {
    Calls call = calls.vote("APPROVE").by("bob").header("Idempotency-Key", "k");
    Answered first = calls.answer(call);
    Answered second = calls.answer(call);
    assertThat(second).isEqualTo(first);
    assertThat(calls.tables.events(Proposals.ONE)).hasSize(2);
  }

  @Test
  void whatTookEffectUnseenIsNotDoneAgain() {
    calls.doors().failAfter(Call.COMMIT);
    Calls call = calls.vote("APPROVE").by("bob").header("Idempotency-Key", "k");
    assertThat(calls.answer(call).status()).isEqualTo(503);
    assertThat(calls.answer(call).status()).isEqualTo(200);
    assertThat(calls.tables.events(Proposals.ONE)).hasSize(2);
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    calls.answer(calls.vote("APPROVE").by("bob").header("Idempotency-Key", "k"));
    Answered answer = calls.answer(calls.vote("REJECT").by("bob").header("Idempotency-Key", "k"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("idempotency-key-reused");
    assertThat(calls.tables.events(Proposals.ONE)).hasSize(2);
  }

  @Test
  void aKeyIsItsActorsOwnAndKeptForADay() {
    calls.answer(calls.vote("APPROVE").by("bob").header("Idempotency-Key", "k"));
    calls.answer(calls.vote("APPROVE").by("cem").header("Idempotency-Key", "k"));
    assertThat(calls.state().votes().keySet()).isEqualTo(People.ids("bob", "cem"));
    calls.clock.forward(Duration.ofDays(1));
    Calls again = calls.vote("REJECT").by("bob").header("Idempotency-Key", "k");
    assertThat(calls.answer(again).status()).isEqualTo(200);
  }

  @Test
  void aBlankOrOverlongKeyIsRefused() {
    for (String key : new String[] {"", " ", "x".repeat(201)}) {
      Calls call = calls.vote("APPROVE").by("bob").header("Idempotency-Key", key);
      assertThat(calls.answer(call).status()).isEqualTo(422);
    }
    assertThat(calls.state().votes()).isEmpty();
  }

  @Test
  void afterItsTimeARequestTakesNoVote() {
    calls.clock.forward(Duration.ofDays(14));
    Answered answer = calls.answer(calls.vote("APPROVE").by("bob"));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("expired");
  }
}
