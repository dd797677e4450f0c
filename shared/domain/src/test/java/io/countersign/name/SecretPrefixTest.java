package io.countersign.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretPrefixTest {
  private static final String SEGMENT = "s".repeat(127) + "/";

  private static SecretPrefix prefix(String text) {
    return new SecretPrefix(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "a", "a//", "/a/", "a b/", "1/2/3/4/5/6/7/8/9/10/11/", "a/*/"})
  void itIsOfSegmentsThatEachEndInASlash(String text) {
    refused("secret-prefix", () -> prefix(text));
  }

  @Test
  void itHasAtMost256Characters() {
    assertThat(prefix(SEGMENT + SEGMENT)).hasToString(SEGMENT + SEGMENT);
    refused("secret-prefix", () -> prefix(SEGMENT + "a/" + SEGMENT));
    refused("secret-prefix", () -> prefix("s".repeat(129) + "/"));
  }

  @Test
  void twoOverlapWhereEitherIsTheBeginningOfTheOther() {
    SecretPrefix prod = prefix("prod/");
    assertThat(prod.overlaps(prod)).isTrue();
    assertThat(prod.overlaps(prefix("prod/db/"))).isTrue();
    assertThat(prefix("prod/db/").overlaps(prod)).isTrue();
    assertThat(prod.overlaps(prefix("production/"))).isFalse();
    assertThat(prefix("a/prod/").overlaps(prod)).isFalse();
  }

  @Test
  void itLiesWithinWhatTheDeploymentManages() {
    List<SecretPrefix> managed = List.of(prefix("apps/"), prefix("prod/"));
    assertThat(prefix("prod/").within(managed)).isTrue();
    assertThat(prefix("prod/db/").within(managed)).isTrue();
    assertThat(prefix("production/").within(managed)).isFalse();
    assertThat(prefix("prod/").within(List.of(prefix("prod/db/")))).isFalse();
    assertThat(prefix("prod/").within(List.of())).isFalse();
  }

  @Test
  void aSecretsNameHasAtMost512Characters() {
    SecretPrefix long256 = prefix(SEGMENT + SEGMENT);
    String path = "/" + "p".repeat(127) + "/" + "p".repeat(127);
    assertThat(long256.secretName(DocumentPath.of(path + "p"))).hasSize(512).endsWith("p");
    refused("path", () -> long256.secretName(DocumentPath.of(path + "/p")));
  }

  @Test
  void theyAreSortedByTheirText() {
    assertThat(new TreeSet<>(List.of(prefix("b/"), prefix("a/b/"), prefix("a/"))))
        .containsExactly(prefix("a/"), prefix("a/b/"), prefix("b/"));
  }

  private static void refused(String rule, Runnable what) {
    assertThatExceptionOfType(InvalidName.class)
        .isThrownBy(what::run)
        .satisfies(
            e -> {
              assertThat(e.rule()).isEqualTo(rule);
              assertThat(e.problem()).isEqualTo(e.getMessage());
            });
  }
}
