package io.countersign.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "smtp; 550 5.1.1 <bob@example.com>: user unknown|smtp; 550 5.1.1 <(address)>: user unknown",
        "Mailbox bob.stone+x@mail.example.com is full.|Mailbox (address) is full.",
        "rfc822;bob@example.com|rfc822;(address)",
        "from \"bob stone\"@example.com to b=o@[192.0.2.1]|from (address) to (address)",
        "bounce+bob=example.com@ses.example, jörg@exämple.de|(address), (address)",
        "Email address is not verified: a@b.example, c@d.example|"
            + "Email address is not verified: (address), (address)",
      })
  void anAddressIsTakenOutOfTheWordsOfOthers(String words, String shown) {
    assertThat(Addresses.hidden(words)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"smtp; 550 5.1.1 user unknown", "SES SendEmail: away", "mail is @ rest"})
  void otherWordsStay(String words) {
    assertThat(Addresses.hidden(words)).isEqualTo(words);
  }
}
