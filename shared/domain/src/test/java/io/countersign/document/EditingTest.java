package io.countersign.document;

import static io.countersign.document.Docs.edited;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditingTest {
  private static final String ODD =
      "\r\n{ \"\\u0061\" :\t\"\\u0078\" ,\n  \"b\":1e400 , \"odd key\": null\n}\n ";

  @Test
  void noEditChangesNothing() {
    assertThat(edited(ODD)).isEqualTo(ODD);
  }

  @Test
  void aSetOfAnExistingMemberReplacesOnlyItsValueToken() {
    assertThat(edited(ODD, set("b", "2")))
        .isEqualTo("\r\n{ \"\\u0061\" :\t\"\\u0078\" ,\n  \"b\":2 , \"odd key\": null\n}\n ");
    assertThat(edited(ODD, set("a", "y")))
        .isEqualTo("\r\n{ \"\\u0061\" :\t\"y\" ,\n  \"b\":1e400 , \"odd key\": null\n}\n ");
  }

  @Test
  void aSetOfAnAbsentKeyAppends() {
    assertThat(edited("{\"a\":1 }", set("b", "x"))).isEqualTo("{\"a\":1,\"b\":\"x\" }");
    assertThat(edited("{}", set("b", ""))).isEqualTo("{\"b\":\"\"}");
    assertThat(edited(" { } ", set("b", "x"))).isEqualTo(" {\"b\":\"x\" } ");
  }

  @Test
  void appendedMembersAreSortedByName() {
    assertThat(edited("{\"z\":1}", set("c", "1"), set("a", "2"), set("b", "3")))
        .isEqualTo("{\"z\":1,\"a\":\"2\",\"b\":\"3\",\"c\":\"1\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "a, '{ \"b\" : 2 , \"c\" : 3 }'",
    "b, '{ \"a\" : 1 , \"c\" : 3 }'",
    "c, '{ \"a\" : 1 , \"b\" : 2 }'"
  })
  void aDeletedMemberTakesOneCommaWithIt(String key, String expected) {
    assertThat(edited("{ \"a\" : 1 , \"b\" : 2 , \"c\" : 3 }", delete(key))).isEqualTo(expected);
  }

  @Test
  void anyMembersMayBeDeletedTogether() {
    String base = "{\n \"a\":1,\n \"b\":2,\n \"c\":3,\n \"d\":4\n}";
    assertThat(edited(base, delete("a"), delete("b"))).isEqualTo("{\n \"c\":3,\n \"d\":4\n}");
    assertThat(edited(base, delete("a"), delete("c"))).isEqualTo("{\n \"b\":2,\n \"d\":4\n}");
    assertThat(edited(base, delete("d"), delete("c"))).isEqualTo("{\n \"a\":1,\n \"b\":2\n}");
    assertThat(edited(base, delete("a"), delete("b"), delete("c"), delete("d")))
        .isEqualTo("{\n \n}");
    assertThat(edited("{\"a\":1}", delete("a"))).isEqualTo("{}");
  }

  @Test
  void membersMayBeAppendedWhereAllOthersAreDeleted() {
    assertThat(
            edited(
                "{\n \"a\":1,\n \"b\":2\n}",
                delete("a"),
                delete("b"),
                set("d", "x"),
                set("c", "y")))
        .isEqualTo("{\n \"c\":\"y\",\"d\":\"x\"\n}");
  }

  @Test
  void aRenameReplacesOnlyTheNameTokenInPlace() {
    assertThat(edited(ODD, rename("a", "z")))
        .isEqualTo("\r\n{ \"z\" :\t\"\\u0078\" ,\n  \"b\":1e400 , \"odd key\": null\n}\n ");
  }

  @Test
  void swapsWork() {
    assertThat(edited("{\"a\":\"1\",\"b\":2}", rename("a", "b"), rename("b", "a")))
        .isEqualTo("{\"b\":\"1\",\"a\":2}");
  }

  @Test
  void chainsWork() {
    assertThat(edited("{\"a\":1,\"b\":2}", rename("a", "b"), rename("b", "c")))
        .isEqualTo("{\"b\":1,\"c\":2}");
  }

  @Test
  void aRenamesTargetMayBeDeleted() {
    assertThat(edited("{\"a\":1,\"b\":2}", rename("a", "b"), delete("b"))).isEqualTo("{\"b\":1}");
  }

  @Test
  void aKeyMayBeMovedAndSetAnew() {
    assertThat(edited("{\"a\":\"1\",\"b\":2}", rename("a", "c"), set("a", "x")))
        .isEqualTo("{\"c\":\"1\",\"b\":2,\"a\":\"x\"}");
    assertThat(edited("{\"a\":1}", rename("a", "c"), set("a", "2"))).isEqualTo("{\"c\":1,\"a\":2}");
  }

  @ParameterizedTest
  @CsvSource({
    "5, 6, 6",
    "5, -0, -0",
    "5, 1e400, 1e400",
    "5, 06, '\"06\"'",
    "5, ' 6', '\" 6\"'",
    "5, '', '\"\"'",
    "5, +6, '\"+6\"'",
    "5, true, '\"true\"'",
    "5, null, '\"null\"'",
    "5, NaN, '\"NaN\"'",
    "true, false, false",
    "true, True, '\"True\"'",
    "true, 1, '\"1\"'",
    "null, null, null",
    "null, 5, '\"5\"'",
    "'\"5\"', 6, '\"6\"'",
    "'\"x\"', true, '\"true\"'",
    "5, '6,\"x\":7', '\"6,\\\"x\\\":7\"'"
  })
  void aTokenOfTheMembersOwnKindIsWrittenBareAndAllElseAsAString(
      String old, String text, String token) {
    assertThat(edited("{\"k\":" + old + "}", set("k", text))).isEqualTo("{\"k\":" + token + "}");
  }

  @Test
  void aNewMemberIsAlwaysAString() {
    assertThat(edited("{}", set("a", "5"), set("b", "true"), set("c", "null")))
        .isEqualTo("{\"a\":\"5\",\"b\":\"true\",\"c\":\"null\"}");
  }

  @Test
  void onlyWhatMustBeEscapedIs() {
    assertThat(edited("{}", set("k", "\"\\/\b\f\n\r\t\0\u001f\u007f\u2028é\ud83d\ude00\uFEFF")))
        .isEqualTo(
            "{\"k\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\u2028é\ud83d\ude00\uFEFF\"}");
  }

  @Test
  void oddExistingKeysCanBeKeptChangedDeletedAndRenamed() {
    assertThat(edited("{\"odd key\":1}", set("a", "x"))).isEqualTo("{\"odd key\":1,\"a\":\"x\"}");
    assertThat(edited("{\"odd key\":\"1\"}", set("odd key", "x"))).isEqualTo("{\"odd key\":\"x\"}");
    assertThat(edited("{\"odd key\":1}", delete("odd key"))).isEqualTo("{}");
    assertThat(edited("{\"odd key\":1}", rename("odd key", "a"))).isEqualTo("{\"a\":1}");
    assertThat(edited("{\"\":1,\"\\u0000\":2}", rename("", "\0"), rename("\0", "")))
        .isEqualTo("{\"\\u0000\":1,\"\":2}");
  }

  @Test
  void theBaseStaysAsItIs() {
    Document base = Docs.object("{\"a\":1}");
    assertThat(base.edit(List.of(delete("a")))).isInstanceOf(EditResult.Edited.class);
    assertThat(base.text()).isEqualTo("{\"a\":1}");
    assertThat(base.members()).hasSize(1);
  }

  private static Edit set(String key, String text) {
    return new Edit.Set(key, text);
  }

  private static Edit delete(String key) {
    return new Edit.Delete(key);
  }

  private static Edit rename(String from, String to) {
    return new Edit.Rename(from, to);
  }
}
