package io.countersign.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VisibleTest {
  @Test
  void aReaderSeesLettersSignsAndEmoji() {
    for (String seen : List.of("a", " a", "-", "é", "\ud83d\ude00", "\u200b.", "漢")) {
      assertThat(Visible.anything(seen)).as(seen).isTrue();
    }
  }

  @Test
  void aReaderSeesNothingOfSpacesControlsAndFillers() {
    for (String unseen :
        List.of("", " \t\n", "\u200b\u200d", "\ufeff", "\u202e", "\u3164", "\u2800", "\u00a0")) {
      assertThat(Visible.anything(unseen)).as(unseen).isFalse();
    }
  }
}
