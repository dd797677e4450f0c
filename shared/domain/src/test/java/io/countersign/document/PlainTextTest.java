package io.countersign.document;

import static io.countersign.document.Docs.edited;
import static io.countersign.document.Docs.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.document.Edit.Delete;
import io.countersign.document.Edit.Rename;
import io.countersign.document.Edit.Set;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @Test
  void theValueIsSetAsTheWholeText() {
    assertThat(edited("old", new Set("value", "new \"\\\n"))).isEqualTo("new \"\\\n");
    assertThat(edited("5", new Set("value", "6"))).isEqualTo("6");
    assertThat(edited("old")).isEqualTo("old");
  }

  @Test
  void otherKeysAreRefused() {
    assertThat(rules("old", new Set("a", "x"), new Delete("b"), new Rename("c", "d")))
        .containsExactly("a plain-text", "b plain-text", "c plain-text");
  }

  @Test
  void theValueCannotBeDeletedOrRenamed() {
    assertThat(rules("old", new Delete("value"))).containsExactly("value plain-text");
    assertThat(rules("old", new Rename("value", "a"))).containsExactly("value plain-text");
  }

  @Test
  void theValueIsSetAtMostOnce() {
    assertThat(rules("old", new Set("value", "1"), new Set("value", "2")))
        .containsExactly("value target-twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", " {\"a\":1} ", "{\"a\":[1]}", "{\"a\":1,\"a\":1}", "{\"a\":\"\\ud800\"}"})
  void plainTextDoesNotBecomeAnObject(String text) {
    assertThat(rules("old", new Set("value", text))).containsExactly("value plain-text-object");
  }

  @Test
  void aValueOfIllFormedUnicodeIsRefused() {
    assertThat(rules("old", new Set("value", "\ud800")))
        .containsExactly("value ill-formed-unicode");
  }

  @Test
  void aValueOverTheLimitIsRefusedWithoutItsSize() {
    String fits = "\ud83d\ude00".repeat(Document.MAX_BYTES / 4);
    assertThat(edited("old", new Set("value", fits))).isEqualTo(fits);
    assertThat(Docs.problems("old", new Set("value", fits + "€")).getFirst().message())
        .contains("more than 65536 bytes")
        .doesNotContain("65539");
  }

  @Test
  void plainTextCannotBecomeEmptyBecauseAwsKeepsNoEmptySecret() {
    Document old = ((Parsed.Readable) Document.parse("old")).document();
    assertThat(old.edit(List.of(new Edit.Set("value", ""))))
        .isInstanceOf(EditResult.Unapplicable.class);
  }
}
