package io.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Design §5.4: an undo is a three-way merge. */
class RevertingTest {
  private static void reverts(String before, String after, String now, String then) {
    assertThat(Docs.readable(now).without(Docs.readable(before), Docs.readable(after)).text())
        .isEqualTo(then);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // what others added stays
        "{\"a\":\"1\"}|{\"a\":\"2\"}|{\"a\":\"2\",\"k\":0}|{\"a\":\"1\",\"k\":0}",
        // what others changed since stays
        "{\"a\":\"1\"}|{\"a\":\"2\"}|{\"a\":\"3\"}|{\"a\":\"3\"}",
        "{\"a\":\"1\"}|{}|{\"a\":\"3\"}|{\"a\":\"3\"}",
        "{}|{\"a\":\"1\"}|{\"a\":\"3\"}|{\"a\":\"3\"}",
        "{\"a\":\"1\"}|{\"a\":\"2\"}|{}|{}",
        // a key of ours goes, one that we took comes back where it stood, with its own bytes
        "{\"b\":1}|{\"b\":1,\"a\":\"1\"}|{\"b\":2,\"a\":\"1\"}|{\"b\":2}",
        "{\"b\":1, \"a\" : 1.0, \"c\":3}|{\"b\":1, \"c\":3}|{\"b\":2, \"c\":3}|{\"b\":2, \"a\" : 1.0, \"c\":3}",
        "{\"\\u0061\":1e2, \"c\":3}|{\"c\":3}|{\"c\":4}|{\"\\u0061\":1e2, \"c\":4}",
        "{\"a\":1}|{}|{\"k\":2}|{\"a\":1,\"k\":2}",
        "{ \"a\":1}|{ }|{ }|{ \"a\":1}",
        "{\"a\":1, \"b\":2}|{}|{ }|{\"a\":1, \"b\":2 }",
        "{\"a\":1, \"b\":2, \"c\":3}|{\"b\":2, \"c\":3}|{\"b\":4, \"c\":3}|{\"a\":1, \"b\":4, \"c\":3}",
        "{\"a\":1, \"b\":2, \"c\":3}|{\"a\":1}|{\"k\":0}|{\"b\":2, \"c\":3, \"k\":0}",
        // plain text has no keys to take back
        "{\"a\":1}|{\"a\":2}|plain|plain",
        "plain|{\"a\":2}|{\"a\":2,\"k\":0}|{\"a\":2,\"k\":0}",
        "{\"value\":\"a\"}|{\"value\":\"b\"}|b|b",
        "{\"value\":\"a\"}|plain|{\"value\":\"plain\"}|{\"value\":\"plain\"}",
        // a rename, a swap, and a chain go back
        "{\"a\":1,\"b\":2}|{\"z\":1,\"b\":2}|{\"z\":1,\"b\":2,\"k\":0}|{\"a\":1,\"b\":2,\"k\":0}",
        "{\"a\":1,\"b\":2}|{\"b\":1,\"a\":2}|{\"b\":1,\"a\":2,\"k\":0}|{\"b\":2,\"a\":1,\"k\":0}",
        // a value that is only escaped in another way is still ours
        "{\"a\":\"1\"}|{\"a\":\"/\"}|{\"a\":\"\\/\",\"k\":0}|{\"a\":\"1\",\"k\":0}",
        // what we did not change stays, however others escape it
        "{\"a\":\"/\",\"b\":1}|{\"a\":\"/\",\"b\":2}|{\"a\":\"\\/\",\"b\":2}|{\"a\":\"\\/\",\"b\":1}",
        // a number is not its text
        "{\"a\":\"1\"}|{\"a\":\"2\"}|{\"a\":2}|{\"a\":2}",
        // plain text
        "old|new|new|old",
        "old|new|theirs|theirs",
        "old|new|{\"value\":\"new\"}|{\"value\":\"new\"}",
      })
  void eachOfOurKeysGetsItsBaseValueBackWhereItStillHoldsOurs(
      String before, String after, String now, String then) {
    reverts(before, after, now, then);
  }

  @Test
  void whatNobodyTouchedSinceIsTheBaseByteForByte() {
    String base = " {\n \"b\" : 1e5,\t\"a\":\"\\u0041\" }";
    Document document = Docs.readable(base);
    Document after =
        Docs.edited(document, new Edit.Delete("b"), new Edit.Set("a", "x"), new Edit.Set("n", "y"));
    reverts(base, after.text(), after.text(), base);
  }
}
