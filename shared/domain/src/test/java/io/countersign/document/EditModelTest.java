package io.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.property.Cases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Edits of generated documents against a map that is edited without a thought for bytes. */
class EditModelTest {
  private static final int CASES = 10_000;
  private static final List<String> KEYS =
      List.of("a", "b", "c", "d", "e", "odd key", "", "new1", "new2", "no good");

  private static final List<String> BARE = List.of("-1.50e+2", "0", "true", "false", "null");

  /** A document, the pieces that it was written from, and edits that may or may not apply. */
  private record Case(Document base, List<Piece> pieces, List<String> gaps, List<Edit> edits) {}

  @Test
  void editsMeanWhatTheyMeanOnAMap() {
    int[] applied = new int[2];
    Cases.each(
        CASES,
        random -> {
          Case given = given(random);
          boolean allowed = allowed(given);
          EditResult result = given.base.edit(given.edits);
          assertThat(result instanceof EditResult.Edited).as("%s", given).isEqualTo(allowed);
          if (result instanceof EditResult.Edited(Document document)) {
            assertThat(values(document)).containsExactlyEntriesOf(model(given));
          }
          applied[allowed ? 1 : 0]++;
        });
    assertThat(applied[0]).as("refused").isGreaterThan(CASES / 10);
    assertThat(applied[1]).as("applied").isGreaterThan(CASES / 10);
  }

  @Test
  void untouchedMembersKeepTheirBytesAndOrder() {
    eachApplied(
        (given, document) -> {
          int at = 0;
          for (Piece piece : given.pieces) {
            if (given.edits.stream().noneMatch(edit -> source(edit).equals(piece.name()))) {
              int found = document.text().indexOf(piece.written(), at);
              assertThat(found).as("%s in %s", piece.written(), document.text()).isNotNegative();
              at = found + piece.written().length();
            }
          }
        });
  }

  @Test
  void whatNoEditDeletesKeepsAllBytesAroundIt() {
    eachApplied(
        (given, document) -> {
          if (given.pieces.isEmpty()
              || given.edits.stream().anyMatch(Edit.Delete.class::isInstance)) {
            return;
          }
          StringBuilder expected = new StringBuilder(given.gaps.getFirst());
          List<Member> members = document.members();
          for (int n = 0; n < given.pieces.size(); n++) {
            Piece piece = given.pieces.get(n);
            boolean renamed = !members.get(n).name().equals(piece.name());
            boolean same =
                members.get(n).text().equals(piece.text()) && members.get(n).kind() == piece.kind();
            expected.append(renamed ? JsonString.encode(members.get(n).name()) : piece.nameToken());
            expected
                .append(piece.colon())
                .append(same ? sameToken(given, n, members) : members.get(n).raw());
            expected.append(n + 1 < given.pieces.size() ? given.gaps.get(n + 1) : "");
          }
          assertThat(document.text()).startsWith(expected).endsWith(given.gaps.getLast());
        });
  }

  @Test
  void theOrderOfTheEditsSaysNothing() {
    eachApplied(
        (given, document) -> {
          List<Edit> shuffled = new ArrayList<>(given.edits);
          Collections.shuffle(shuffled, new Random(given.hashCode()));
          assertThat(given.base.edit(shuffled)).isEqualTo(new EditResult.Edited(document));
        });
  }

  @Test
  void anEditedDocumentReadsBackAsItIs() {
    eachApplied(
        (given, document) ->
            assertThat(Docs.object(document.text()).members()).isEqualTo(document.members()));
  }

  /** An equal value that an edit set again is written anew; any other keeps its token. */
  private static String sameToken(Case given, int n, List<Member> members) {
    Piece piece = given.pieces.get(n);
    boolean set =
        given.edits.stream()
            .anyMatch(edit -> edit instanceof Edit.Valued s && s.key().equals(piece.name()));
    boolean moved = !members.get(n).name().equals(piece.name());
    return set && !moved ? members.get(n).raw() : piece.valueToken();
  }

  private interface Check {
    void on(Case given, Document edited);
  }

  private static void eachApplied(Check check) {
    Cases.each(
        CASES,
        random -> {
          Case given = given(random);
          if (given.base.edit(given.edits) instanceof EditResult.Edited(Document document)) {
            check.on(given, document);
          }
        });
  }

  private static Case given(RandomGenerator random) {
    List<Piece> pieces = Piece.some(random);
    List<String> gaps = new ArrayList<>();
    gaps.add(Piece.space(random) + "{" + Piece.space(random));
    for (int n = 1; n < pieces.size(); n++) {
      gaps.add(Piece.space(random) + "," + Piece.space(random));
    }
    gaps.add(Piece.space(random) + "}" + Piece.space(random));
    StringBuilder text = new StringBuilder(gaps.getFirst());
    for (int n = 0; n < pieces.size(); n++) {
      text.append(pieces.get(n).written()).append(n + 1 < pieces.size() ? gaps.get(n + 1) : "");
    }
    Document base = Docs.object(text.append(gaps.getLast()).toString());
    List<Edit> edits = new ArrayList<>();
    int count = random.nextInt(5);
    for (int n = 0; n < count; n++) {
      edits.add(edit(random, pieces));
    }
    return new Case(base, pieces, gaps, edits);
  }

  private static Edit edit(RandomGenerator random, List<Piece> pieces) {
    boolean known = !pieces.isEmpty() && random.nextInt(5) > 0;
    String key = known ? Cases.oneOf(random, pieces).name() : Cases.oneOf(random, KEYS);
    return switch (random.nextInt(7)) {
      case 0 -> new Edit.Set(key, Piece.text(random));
      case 1 -> new Edit.Text(key, Piece.text(random));
      case 2 -> new Edit.Bare(key, Cases.oneOf(random, BARE));
      case 3, 4 -> new Edit.Delete(key);
      default -> new Edit.Rename(key, Cases.oneOf(random, KEYS));
    };
  }

  private static String source(Edit edit) {
    return switch (edit) {
      case Edit.Valued valued -> valued.key();
      case Edit.Delete delete -> delete.key();
      case Edit.Rename rename -> rename.from();
    };
  }

  /** The rules once more, each in a line, by counting. */
  private static boolean allowed(Case given) {
    Map<String, Member> base = values(given.base);
    List<String> set =
        given.edits.stream()
            .filter(Edit.Valued.class::isInstance)
            .map(EditModelTest::source)
            .toList();
    List<String> deleted =
        given.edits.stream()
            .filter(Edit.Delete.class::isInstance)
            .map(EditModelTest::source)
            .toList();
    List<Edit.Rename> renames =
        given.edits.stream()
            .filter(Edit.Rename.class::isInstance)
            .map(Edit.Rename.class::cast)
            .toList();
    List<String> sources = new ArrayList<>(deleted);
    renames.forEach(rename -> sources.add(rename.from()));
    List<String> targets = new ArrayList<>(set);
    renames.forEach(rename -> targets.add(rename.to()));
    return sources.stream().distinct().count() == sources.size()
        && targets.stream().distinct().count() == targets.size()
        && base.keySet().containsAll(sources)
        && targets.stream().allMatch(key -> base.containsKey(key) || key.matches("[a-z0-9]+"))
        && Collections.disjoint(set, deleted)
        && renames.stream().noneMatch(rename -> rename.from().equals(rename.to()))
        && renames.stream()
            .allMatch(rename -> !base.containsKey(rename.to()) || sources.contains(rename.to()));
  }

  private static Map<String, Member> model(Case given) {
    Map<String, Member> base = values(given.base);
    Map<String, String> names = new LinkedHashMap<>();
    base.keySet().forEach(key -> names.put(key, key));
    Map<String, Member> fresh = new TreeMap<>();
    for (Edit edit : given.edits) {
      switch (edit) {
        case Edit.Set(String key, String text) -> fresh.put(key, value(base, key, text));
        case Edit.Text(String key, String text) ->
            fresh.put(key, new Member(key, Kind.STRING, "", text));
        case Edit.Bare(String key, String token) ->
            fresh.put(key, new Member(key, Kind.beginningWith(token.charAt(0)), "", token));
        case Edit.Delete(String key) -> names.remove(key);
        case Edit.Rename(String from, String to) -> names.put(from, to);
      }
    }
    Map<String, Member> result = new LinkedHashMap<>();
    names.forEach(
        (from, to) -> {
          Member kept = Objects.requireNonNull(base.get(from));
          Member changed = from.equals(to) ? fresh.remove(from) : null;
          Member member = changed == null ? kept : changed;
          result.put(to, new Member(to, member.kind(), "", member.text()));
        });
    result.putAll(fresh);
    return result;
  }

  private static Member value(Map<String, Member> base, String key, String text) {
    Member old = base.get(key);
    boolean bare =
        old != null
            && switch (old.kind()) {
              case STRING -> false;
              case NUMBER -> text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
              case BOOLEAN -> text.equals("true") || text.equals("false");
              case NULL -> text.equals("null");
            };
    return new Member(key, bare ? Objects.requireNonNull(old).kind() : Kind.STRING, "", text);
  }

  private static Map<String, Member> values(Document document) {
    Map<String, Member> values = new LinkedHashMap<>();
    document
        .members()
        .forEach(m -> values.put(m.name(), new Member(m.name(), m.kind(), "", m.text())));
    return values;
  }
}
