package io.countersign.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.json.JsonText;
import io.countersign.policy.Bypass;
import io.countersign.sample.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may bypass, as it is written. */
class BypassJsonTest {
  private static Bypass read(String policy) {
    return BypassJson.read(Fields.of(JsonText.parse(policy)));
  }

  @Test
  void absent_and_null_are_nobody() {
    assertThat(read("{}")).isEqualTo(new Bypass.Off());
    assertThat(read("{'bypass':null}".replace('\'', '"'))).isEqualTo(new Bypass.Off());
  }

  @Test
  void anyone_must_be_said() {
    assertThat(read("{\"bypass\":{\"who\":\"ANYONE\"}}")).isEqualTo(new Bypass.Anyone());
  }

  @Test
  void people_or_groups_may_be_chosen() {
    assertThat(read("{\"bypass\":{\"who\":\"CHOSEN\",\"people\":[\"dan\"]}}"))
        .isEqualTo(new Bypass.Chosen(People.ids("dan"), People.groups()));
    assertThat(read("{\"bypass\":{\"who\":\"CHOSEN\",\"groups\":[\"ops\"],\"people\":[]}}"))
        .isEqualTo(new Bypass.Chosen(People.ids(), People.groups("ops")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                         | bypass.who    | required
          {'who':'NOBODY'}                           | bypass.who    | choice
          {'who':'CHOSEN'}                           | bypass.people | nobody
          {'who':'CHOSEN','people':[],'groups':[]}   | bypass.people | nobody
          {'who':'ANYONE','people':['dan']}          | bypass.people | anyone
          {'who':'ANYONE','people':[]}               | bypass.people | anyone
          {'who':'ANYONE','groups':['ops']}          | bypass.groups | anyone
          {'who':'ANYONE','since':'now'}             | bypass.since  | unknown
          """,
      quoteCharacter = '`')
  void an_emptied_list_never_opens_it_and_nothing_is_guessed(
      String bypass, String field, String rule) {
    String policy = "{\"bypass\":" + bypass.replace('\'', '"') + "}";
    InvalidField invalid = catchThrowableOfType(InvalidField.class, () -> read(policy));
    assertThat(invalid.field()).isEqualTo(field);
    assertThat(invalid.rule()).isEqualTo(rule);
  }
}
