package io.countersign.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTest {
  @Test
  void aReaderSeesLettersSignsAndEmoji() {
    for (String seen : List.of("a", " a", "-", "é", "\ud83d\ude00", "\u200b.", "漢")) {
      assertThat(Visible.anything(seen)).as(seen).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "'ten letters', 10",
    "' \t\n\u00a0\u3000', 0",
    "'\u200b\u200d\ufeff\u202e\u3164\u2800', 0",
    "'e\u0301a\u0308\u0323', 2",
    "'\u0301 \u0301 \ufe0f', 0",
    "'👩‍👩‍👧👍🏽🇩🇪', 3",
    "'漢字かな', 4",
    "'नमस्ते', 3"
  })
  void charactersAreCountedAsPeopleReadThem(String text, int characters) {
    assertThat(Visible.characters(text)).isEqualTo(characters);
  }

  @Test
  void aReaderSeesNothingOfSpacesControlsAndFillers() {
    for (String unseen :
        List.of("", " \t\n", "\u200b\u200d", "\ufeff", "\u202e", "\u3164", "\u2800", "\u00a0")) {
      assertThat(Visible.anything(unseen)).as(unseen).isFalse();
    }
  }
}
