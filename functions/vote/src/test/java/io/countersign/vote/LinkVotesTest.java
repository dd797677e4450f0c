package io.countersign.vote;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.edge.http.Answered;
import io.countersign.edge.http.Calls;
import io.countersign.edge.http.Router;
import io.countersign.link.Ballot;
import io.countersign.link.Invitation;
import io.countersign.link.LinkCode;
import io.countersign.link.LinkToken;
import io.countersign.link.Turn;
import io.countersign.policy.Policy;
import io.countersign.policy.Terms;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Status;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Settled;
import io.countersign.store.Commit;
import io.countersign.store.Contention;
import io.countersign.store.Doors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Votes by mail. */
class LinkVotesTest {
  private static final Turn FIRST = new Turn(1, 0);

  private final Settled settled = new Settled();
  private final Revision revision;
  private final Instant until = Instant.now().plus(Ballot.LONGEST);
  private Instant now = Instant.now();
  private final Router router =
      new Router(
          Map.of(
              LinkVotes.ROUTE,
              new LinkVotes(
                      settled.tables.store(),
                      settled.tables.ballots(),
                      () -> now,
                      new Contention(() -> 0L, _ -> {}))
                  ::cast));

  LinkVotesTest() {
    Policy policy = settled.rules().policies().getFirst();
    settled.governs(
        Rulebook.byMail(Rulebook.edited(policy, Rulebook.requirement(1, "@approvers"))));
    revision = settled.open();
  }

  private Invitation mail(String person, Turn turn) {
    Ballot ballot =
        Objects.requireNonNull(
            settled
                .tables
                .ballots()
                .open(Ballot.fresh(Proposals.ONE, People.id(person), turn, until)));
    Invitation mail = Invitation.from(new Random(person.hashCode() + turn.hashCode()));
    settled
        .tables
        .ballots()
        .keep(mail.to(ballot, revision.digest(), settled.grounds(person)), ballot);
    return mail;
  }

  private Calls call(Invitation mail, String decision) {
    return Calls.to(LinkVotes.ROUTE)
        .body(
            "{\"token\":\"%s\",\"code\":\"%s\",\"decision\":\"%s\",\"digest\":\"%s\"}"
                .formatted(
                    mail.token().text(), mail.code().digits(), decision, revision.digest().hex()));
  }

  private Answered answer(Calls call) {
    return Answered.of(router, call);
  }

  private Answered votes(Invitation mail) {
    return answer(call(mail, "APPROVE"));
  }

  private static Invitation wrong(Invitation mail, int by) {
    int code = (Integer.parseInt(mail.code().digits()) + by) % 1_000_000;
    return new Invitation(mail.token(), new LinkCode("%06d".formatted(code)));
  }

  private void unchanged() {
    assertThat(settled.head().request().votes()).isEmpty();
    assertThat(settled.head().version()).isEqualTo(1);
  }

  private void happens(Event... events) {
    settled.happens(Commit.of(Proposals.ONE, settled.head(), List.of(events), Instant.now()));
  }

  @Test
  void who_has_link_and_code_votes_as_the_mails_reader() {
    Answered answer = votes(mail("amy", FIRST));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.body().text()).contains("\"agreed\":true,\"via\":\"mail\"");
    assertThat(settled.head().request().votes()).containsOnlyKeys(People.id("amy"));
    assertThat(settled.tables.events(Proposals.ONE).get(1).text()).contains("via=MAIL");
  }

  @Test
  void a_rejection_by_mail_ends_the_request_as_any_does() {
    Answered answer = answer(call(mail("amy", FIRST), "REJECT"));
    assertThat(answer.text("status")).isEqualTo("REJECTED");
    assertThat(settled.head().request().status()).isEqualTo(Status.REJECTED);
  }

  @Test
  void unknown_used_and_expired_links_are_answered_with_the_same_bytes() {
    Answered unknown = votes(new Invitation(LinkToken.from(new Random(9)), new LinkCode("000000")));
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.code()).isEqualTo("link-void");
    Invitation amys = mail("amy", FIRST);
    Invitation bobs = mail("bob", FIRST);
    now = until;
    assertThat(votes(bobs)).isEqualTo(unknown);
    now = Instant.now();
    votes(amys);
    assertThat(votes(amys)).isEqualTo(unknown);
    Invitation reminder = mail("bob", new Turn(1, 1));
    assertThat(votes(bobs)).isEqualTo(unknown);
    assertThat(votes(reminder).status()).isEqualTo(200);
  }

  @Test
  void a_link_is_over_by_a_millisecond_and_not_before() {
    Invitation mail = mail("amy", FIRST);
    now = Instant.ofEpochMilli(until.toEpochMilli());
    assertThat(votes(mail).code()).isEqualTo("link-void");
    unchanged();
    now = now.minusMillis(1);
    assertThat(votes(mail).status()).isEqualTo(200);
  }

  @Test
  void after_five_wrong_codes_the_right_one_is_too_late() {
    Invitation mail = mail("amy", FIRST);
    for (int left = 4; left >= 0; left--) {
      Answered answer = votes(wrong(mail, left + 1));
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.code()).isEqualTo("wrong-link-code");
      assertThat(answer.body().text())
          .contains(left > 1 ? left + " more tries" : left == 1 ? "One more try" : "last try");
    }
    assertThat(votes(mail).code()).isEqualTo("link-void");
    unchanged();
  }

  @Test
  void the_fifth_code_may_be_the_right_one() {
    Invitation mail = mail("amy", FIRST);
    for (int i = 1; i < 5; i++) {
      votes(wrong(mail, i));
    }
    assertThat(votes(mail).status()).isEqualTo(200);
  }

  @Test
  void tries_are_counted_over_all_copies_of_a_mail() {
    Invitation first = mail("amy", FIRST);
    for (int i = 1; i < 5; i++) {
      votes(wrong(first, i));
    }
    Ballot same =
        Objects.requireNonNull(settled.tables.ballots().of(Proposals.ONE, People.id("amy")));
    Invitation copy = Invitation.from(new Random(77));
    settled.tables.ballots().keep(copy.to(same, revision.digest(), settled.grounds("amy")), same);
    votes(wrong(copy, 1));
    assertThat(votes(copy).code()).isEqualTo("link-void");
    assertThat(votes(first).code()).isEqualTo("link-void");
  }

  @Test
  void a_code_that_is_none_costs_no_try() {
    Invitation mail = mail("amy", FIRST);
    for (int i = 0; i < 9; i++) {
      Calls call =
          Calls.to(LinkVotes.ROUTE)
              .body(
                  "{\"token\":\"%s\",\"code\":\"12345\",\"decision\":\"APPROVE\",\"digest\":\"%s\"}"
                      .formatted(mail.token().text(), revision.digest().hex()));
      assertThat(answer(call).code()).isEqualTo("invalid-field");
    }
    assertThat(votes(mail).status()).isEqualTo(200);
  }

  @Test
  void nothing_is_taken_back_by_mail() {
    assertThat(answer(call(mail("amy", FIRST), "RETRACT")).status()).isEqualTo(422);
    unchanged();
  }

  @Test
  void another_digest_than_the_mails_is_refused() {
    Invitation mail = mail("amy", FIRST);
    Calls call =
        Calls.to(LinkVotes.ROUTE)
            .body(
                "{\"token\":\"%s\",\"code\":\"%s\",\"decision\":\"APPROVE\",\"digest\":\"%s\"}"
                    .formatted(mail.token().text(), mail.code().digits(), "0".repeat(64)));
    assertThat(answer(call).code()).isEqualTo("stale-digest");
    unchanged();
  }

  @Test
  void a_vote_of_the_signed_in_person_comes_first() {
    Invitation mail = mail("amy", FIRST);
    happens(new Event.Voted(People.id("amy"), revision.digest(), Decision.REJECT, ""));
    assertThat(votes(mail).code()).isEqualTo("link-void");
  }

  @Test
  void a_vote_that_comes_between_look_and_commit_is_seen() {
    Invitation mail = mail("amy", FIRST);
    settled
        .tables
        .doors()
        .first(
            Doors.Call.COMMIT,
            () ->
                happens(new Event.Voted(People.id("amy"), revision.digest(), Decision.REJECT, "")));
    assertThat(votes(mail).code()).isEqualTo("link-void");
    assertThat(settled.head().request().rejecting()).containsExactly(People.id("amy"));
  }

  @Test
  void a_policy_that_stops_allowing_it_between_look_and_commit_is_seen() {
    Invitation mail = mail("amy", FIRST);
    Policy policy = settled.rules().policies().getFirst();
    Policy strict =
        Rulebook.with(Rulebook.edited(policy, Rulebook.requirement(1, "@approvers")), Terms.STRICT);
    settled.tables.doors().first(Doors.Call.COMMIT, () -> settled.governs(strict));
    assertThat(votes(mail).code()).isEqualTo("link-void");
    unchanged();
  }

  @Test
  void an_address_that_is_corrected_voids_what_was_sent_to_the_old_one() {
    Invitation mail = mail("amy", FIRST);
    settled.moved("amy", "amy.new@example.com");
    assertThat(votes(mail).code()).isEqualTo("link-void");
    unchanged();
  }

  @Test
  void an_address_that_is_corrected_between_look_and_commit_is_seen() {
    Invitation mail = mail("amy", FIRST);
    settled
        .tables
        .doors()
        .first(Doors.Call.COMMIT, () -> settled.moved("amy", "amy.new@example.com"));
    assertThat(votes(mail).code()).isEqualTo("link-void");
    unchanged();
  }

  @Test
  void another_writer_costs_no_further_try() {
    Invitation mail = mail("amy", FIRST);
    for (int i = 0; i < 4; i++) {
      votes(wrong(mail, i + 1));
    }
    settled
        .tables
        .doors()
        .first(
            Doors.Call.COMMIT, () -> happens(new Event.Commented(People.id("dan"), "I am here.")));
    assertThat(votes(mail).status()).isEqualTo(200);
  }

  @Test
  void two_who_vote_with_it_at_once_vote_once() {
    Invitation mail = mail("amy", FIRST);
    settled.tables.doors().first(Doors.Call.COMMIT, () -> answer(call(mail, "REJECT")));
    assertThat(votes(mail).code()).isEqualTo("link-void");
    assertThat(settled.head().request().rejecting()).containsExactly(People.id("amy"));
  }

  @Test
  void the_same_key_votes_once_and_is_answered_alike() {
    Invitation mail = mail("amy", FIRST);
    Answered first = answer(call(mail, "APPROVE").header("idempotency-key", "one"));
    assertThat(first.status()).isEqualTo(200);
    assertThat(answer(call(mail, "APPROVE").header("idempotency-key", "one"))).isEqualTo(first);
    assertThat(answer(call(mail, "REJECT").header("idempotency-key", "one")).code())
        .isEqualTo("idempotency-key-reused");
    assertThat(votes(mail).code()).isEqualTo("link-void");
    now = now.plus(Duration.ofHours(1));
    assertThat(settled.head().request().votes()).hasSize(1);
  }

  @Test
  void a_key_is_its_links_own() {
    answer(call(mail("amy", FIRST), "APPROVE").header("idempotency-key", "one"));
    assertThat(answer(call(mail("bob", FIRST), "REJECT").header("idempotency-key", "one")).status())
        .isEqualTo(200);
  }
}
