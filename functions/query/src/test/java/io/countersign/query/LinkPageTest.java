package io.countersign.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.edge.http.Answered;
import io.countersign.edge.http.Calls;
import io.countersign.edge.http.Router;
import io.countersign.link.Ballot;
import io.countersign.link.Invitation;
import io.countersign.link.LinkToken;
import io.countersign.link.Turn;
import io.countersign.policy.Policy;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Settled;
import io.countersign.store.Commit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a link shows to whoever has it. */
class LinkPageTest {
  private static final String ROUTE = "POST /v1/links/inspect";

  private final Settled settled = new Settled();
  private final Invitation mail = Invitation.from(new Random(1));
  private final Instant until = Instant.now().plus(Ballot.LONGEST);
  private Instant now = Instant.now();
  private final Router router =
      new Router(
          Map.of(
              ROUTE,
              new LinkPage(settled.tables.store(), settled.tables.ballots(), () -> now)::inspect));

  LinkPageTest() {
    Policy policy = settled.rules().policies().getFirst();
    settled.governs(
        Rulebook.byMail(Rulebook.edited(policy, Rulebook.requirement(2, "@approvers"))));
    Revision revision = settled.open();
    Ballot ballot = Ballot.fresh(Proposals.ONE, People.id("amy"), new Turn(1, 0), until);
    settled.tables.ballots().open(ballot);
    settled
        .tables
        .ballots()
        .keep(mail.to(ballot, revision.digest(), settled.grounds("amy")), ballot);
  }

  private Answered inspects(LinkToken token) {
    return Answered.of(router, Calls.to(ROUTE).body("{\"token\":\"%s\"}".formatted(token.text())));
  }

  private void votes(String person) {
    settled.happens(
        Commit.of(
            Proposals.ONE,
            settled.head(),
            List.of(
                new Event.Voted(
                    People.id(person),
                    settled.head().request().digest(),
                    Decision.APPROVE,
                    "said aloud")),
            Instant.now()));
  }

  @Test
  void it_shows_what_is_to_be_decided_and_whose_vote_it_is() {
    votes("bob");
    Answered answer = inspects(mail.token());
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
    assertThat(answer.body().members())
        .containsOnlyKeys(
            "id",
            "status",
            "revision",
            "digest",
            "title",
            "author",
            "expiresAt",
            "changes",
            "votes",
            "voter",
            "until");
    assertThat(answer.text())
        .contains("\"voter\":{\"id\":\"amy\"", "\"author\":{\"id\":\"dan\"")
        .contains("\"votes\":[{\"person\":{\"id\":\"bob\"")
        .contains("\"path\":\"/db\"", "\"op\":\"set\"");
  }

  @Test
  void it_shows_no_binding_of_a_value_no_comment_and_no_address() {
    votes("bob");
    assertThat(inspects(mail.token()).text())
        .doesNotContain("abab")
        .doesNotContain("said aloud")
        .doesNotContain("@example.com");
  }

  @Test
  void looking_costs_nothing() {
    for (int i = 0; i < 9; i++) {
      assertThat(inspects(mail.token()).status()).isEqualTo(200);
    }
    assertThat(ballot().tries()).isZero();
    assertThat(settled.head().version()).isEqualTo(1);
  }

  private Ballot ballot() {
    return Objects.requireNonNull(settled.tables.ballots().of(Proposals.ONE, People.id("amy")));
  }

  @Test
  void what_is_void_is_answered_with_the_bytes_of_what_never_was() {
    Answered unknown = inspects(LinkToken.from(new Random(2)));
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.code()).isEqualTo("link-void");
    now = Instant.ofEpochMilli(until.toEpochMilli());
    assertThat(inspects(mail.token())).isEqualTo(unknown);
    now = now.minusMillis(1);
    assertThat(inspects(mail.token()).status()).isEqualTo(200);
    votes("amy");
    assertThat(inspects(mail.token())).isEqualTo(unknown);
  }

  @Test
  void who_has_the_address_that_was_corrected_sees_nothing_any_more() {
    Answered unknown = inspects(LinkToken.from(new Random(2)));
    settled.moved("amy", "amy.new@example.com");
    assertThat(inspects(mail.token())).isEqualTo(unknown);
  }

  @Test
  void a_ballot_that_a_newer_mail_has_is_not_this_links() {
    Answered unknown = inspects(LinkToken.from(new Random(2)));
    settled
        .tables
        .ballots()
        .open(Ballot.fresh(Proposals.ONE, People.id("amy"), new Turn(1, 1), until));
    assertThat(inspects(mail.token())).isEqualTo(unknown);
  }
}
