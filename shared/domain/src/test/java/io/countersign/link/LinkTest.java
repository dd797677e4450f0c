package io.countersign.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.name.InvalidName;
import io.countersign.property.Cases;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {
  private static final Digest DIGEST = new Digest("ab".repeat(32));
  private static final Ballot BALLOT =
      Ballot.fresh(RequestId.parse("payments-1"), People.id("amy"), new Turn(1, 0), Proposals.NOON);

  @Test
  void onlyTheCodeOfTheMailOpensItAndOnlyWithItsToken() {
    Invitation mail = Invitation.from(new Random(1));
    Invitation other = Invitation.from(new Random(2));
    Link link = mail.to(BALLOT, DIGEST, "grounds");
    assertThat(link.opens(mail.token(), mail.code())).isTrue();
    assertThat(link.opens(mail.token(), other.code())).isFalse();
    assertThat(link.opens(other.token(), mail.code())).isFalse();
  }

  @Test
  void noneOfTheMillionOtherCodesOpensIt() {
    Invitation mail = new Invitation(LinkToken.from(new Random(3)), new LinkCode("000000"));
    Link link = mail.to(BALLOT, DIGEST, "grounds");
    for (int code = 1; code < 1_000_000; code += 997) {
      assertThat(link.opens(mail.token(), new LinkCode("%06d".formatted(code)))).isFalse();
    }
  }

  @Test
  void whatIsKeptHasNeitherTokenNorCodeInIt() {
    Cases.each(
        200,
        random -> {
          Invitation mail = Invitation.from(random);
          Link link = mail.to(BALLOT, DIGEST, "grounds");
          assertThat(link.toString()).doesNotContain(mail.token().text());
          assertThat(link.code()).matches("[0-9a-f]{64}");
          assertThat(link.token()).matches("[0-9a-f]{64}");
        });
  }

  @Test
  void theCodeIsBoundUnderTheTokenSoThatTheSameCodeLooksDifferentEachTime() {
    LinkCode code = new LinkCode("123456");
    Set<String> kept = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      kept.add(code.under(LinkToken.from(new Random(i))));
    }
    assertThat(kept).hasSize(100);
  }

  @Test
  void neitherIsEverPrinted() {
    Invitation mail = Invitation.from(new Random(4));
    assertThat(List.of(mail, mail.token(), mail.code()).toString())
        .doesNotContain(mail.token().text())
        .doesNotContain(mail.code().digits());
  }

  @Test
  void tokensHave256BitsAndStandInAFragmentAsTheyAre() {
    assertThat(LinkToken.from(new Random(5)).text()).matches("[A-Za-z0-9_-]{43}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "1234567", "12345a", " 123456", "１２３４５６", "-12345"})
  void aCodeHasSixDigits(String text) {
    assertThatExceptionOfType(InvalidName.class)
        .isThrownBy(() -> new LinkCode(text))
        .satisfies(e -> assertThat(e.problem()).doesNotContain("1"));
  }

  @Test
  void turnsAreInTheOrderOfTheMails() {
    List<Turn> turns =
        List.of(new Turn(1, 0), new Turn(1, 1), new Turn(1, 2), new Turn(1, 10), new Turn(7, 0));
    assertThat(turns.reversed().stream().sorted()).isEqualTo(turns);
  }

  @Test
  void aBallotIsOpenUntilItIsUsedTriedOutOrOver() {
    Ballot ballot =
        Ballot.fresh(
            BALLOT.request(), BALLOT.person(), BALLOT.turn(), Proposals.NOON.plusNanos(5_000_999));
    assertThat(ballot.open(Proposals.NOON.plusMillis(4))).isTrue();
    assertThat(ballot.open(Proposals.NOON.plusMillis(5))).isFalse();
    assertThat(ballot.used().open(Proposals.NOON)).isFalse();
    Ballot last = ballot.tried().tried().tried().tried();
    assertThat(last.open(Proposals.NOON)).isTrue();
    assertThat(last.tried().open(Proposals.NOON)).isFalse();
  }
}
