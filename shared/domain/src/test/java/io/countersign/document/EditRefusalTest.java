package io.countersign.document;

import static io.countersign.document.Docs.edited;
import static io.countersign.document.Docs.problems;
import static io.countersign.document.Docs.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.document.Edit.Delete;
import io.countersign.document.Edit.Rename;
import io.countersign.document.Edit.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditRefusalTest {
  private static final String BASE = "{\"a\":1,\"b\":\"x\",\"c\":null}";

  @Test
  void aKeyIsTheTargetOfAtMostOne() {
    assertThat(rules(BASE, new Set("a", "1"), new Set("a", "2"))).containsExactly("a target-twice");
    assertThat(rules(BASE, new Rename("a", "n"), new Rename("b", "n")))
        .containsExactly("n target-twice");
    assertThat(rules(BASE, new Rename("a", "n"), new Set("n", "1")))
        .containsExactly("n target-twice");
  }

  @Test
  void aKeyIsTheSourceOfAtMostOne() {
    assertThat(rules(BASE, new Delete("a"), new Delete("a"))).containsExactly("a source-twice");
    assertThat(rules(BASE, new Rename("a", "n"), new Rename("a", "m")))
        .containsExactly("a source-twice");
    assertThat(rules(BASE, new Rename("a", "n"), new Delete("a")))
        .containsExactly("a source-twice");
  }

  @Test
  void aKeyIsNotSetAndDeletedAtOnce() {
    assertThat(rules(BASE, new Set("a", "1"), new Delete("a")))
        .containsExactly("a set-and-deleted");
    assertThat(rules(BASE, new Delete("a"), new Set("a", "1")))
        .containsExactly("a set-and-deleted");
  }

  @Test
  void aRenamesTargetIsAbsentOrItselfMovedOrDeleted() {
    assertThat(rules(BASE, new Rename("a", "b"))).containsExactly("b target-exists");
    assertThat(rules(BASE, new Rename("a", "b"), new Rename("b", "c")))
        .containsExactly("c target-exists");
  }

  @Test
  void aKeyIsNotRenamedToItself() {
    assertThat(rules(BASE, new Rename("a", "a"))).containsExactly("a same-name");
  }

  @Test
  void aKeyToDeleteOrRenameIsThere() {
    assertThat(rules(BASE, new Delete("x"), new Rename("y", "z")))
        .containsExactly("x no-such-key", "y no-such-key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "é", "a/b", "a\n", "\0", "a\"", "\ud800", "a:b"})
  void aNewKeyHasAnAllowedName(String key) {
    assertThat(rules(BASE, new Set(key, "x"))).containsExactly(key + " key-name");
    assertThat(rules(BASE, new Rename("a", key))).containsExactly(key + " key-name");
  }

  @Test
  void aNewKeyHasAtMost255Characters() {
    assertThat(rules(BASE, new Set("k".repeat(256), "x"))).hasSize(1);
    assertThat(edited(BASE, new Set("k".repeat(255), "x"))).contains("k".repeat(255));
  }

  @Test
  void aValueOfIllFormedUnicodeIsRefused() {
    assertThat(rules(BASE, new Set("a", "\ud800"), new Set("n", "x\udc00")))
        .containsExactly("a ill-formed-unicode", "n ill-formed-unicode");
  }

  @Test
  void everyProblemIsTold() {
    assertThat(rules(BASE, new Set("a b", "\ud800"), new Delete("x"), new Rename("a", "b")))
        .containsExactly(
            "a b key-name", "a b ill-formed-unicode", "x no-such-key", "b target-exists");
  }

  @Test
  void aProblemNamesTheKeyAndNeverAValue() {
    assertThat(
            problems(BASE, new Set("a", "hunter2\ud800"), new Set("a", "hunter2"), new Delete("a")))
        .hasSize(3 + 1)
        .allSatisfy(
            problem ->
                assertThat(problem.message()).startsWith("\"a\" ").doesNotContain("hunter2"));
  }

  @Test
  void aResultOverTheLimitIsRefusedWithoutItsSize() {
    String room = "é".repeat((Document.MAX_BYTES - "{\"k\":\"\"}".length()) / 2);
    Document full = Docs.edited(Document.EMPTY, new Set("k", room));
    assertThat(full.utf8Length()).isEqualTo(Document.MAX_BYTES);
    assertThat(full.fits()).isTrue();
    assertThat(problems("{}", new Set("k", room + "x")))
        .containsExactly(
            new Problem(
                null,
                Problem.Rule.TOO_LARGE,
                "the document would have more than 65536 bytes of UTF-8, which is all that AWS stores"));
  }

  @Test
  void aDocumentOverTheLimitCanBeMadeToFit() {
    String base = "{\"a\":\"" + "x".repeat(Document.MAX_BYTES) + "\"}";
    assertThat(Docs.object(base).fits()).isFalse();
    assertThat(rules(base, new Set("b", ""))).containsExactly("null too-large");
    assertThat(edited(base, new Set("a", ""))).isEqualTo("{\"a\":\"\"}");
  }
}
