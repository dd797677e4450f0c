package io.countersign.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Holder;
import io.countersign.directory.Permission;
import io.countersign.directory.Role;
import io.countersign.name.PathGlob;
import io.countersign.policy.Kind;
import io.countersign.project.DocumentId;
import io.countersign.sample.AccessRules;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a request is about, and the time that access is asked for. */
class ScopeTest {
  private static final Instant NOON = Proposals.NOON;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Actor ANN = People.actor("ann");
  private static final Permission MERGE = Permission.REQUESTS_MERGE;
  private static final DocumentId STAGED = new DocumentId(Rulebook.STAGING, Rulebook.DB.path());

  private static Access below(String glob) {
    Holder ann = new Holder.OnePerson(People.id("ann"));
    return new Access(
        List.of(
            new Binding(
                new BindingId("ann"), Role.ADMIN, ann, Rulebook.PROD, new PathGlob(glob), 1)),
        List.of());
  }

  @Test
  void whatIsAskedForIsAllowedToWhoeverIsAllowedAllOfIt() {
    Scope scope = new Payload.OfAccess(AccessRules.reveal(HOUR)).scope();
    assertThat(scope.allowed(ANN, MERGE, below("/db/**"))).isTrue();
    assertThat(scope.allowedSomewhere(ANN, MERGE, below("/db/**"))).isTrue();
    assertThat(scope.allowed(ANN, MERGE, below("/db/x"))).isFalse();
    assertThat(scope.allowedSomewhere(ANN, MERGE, below("/db/x"))).isFalse();
    assertThat(scope.in(Rulebook.PROD)).isTrue();
    assertThat(scope.in(Rulebook.STAGING)).isFalse();
    assertThat(scope.documents()).isEmpty();
    assertThat(scope.paths()).containsExactly("/db/**");
    assertThat(scope.kind()).isEqualTo(Kind.ACCESS);
    assertThat(new Payload.OfAccess(AccessRules.reveal(HOUR)).kind()).isEqualTo(Kind.ACCESS);
  }

  @Test
  void documentsAreAllowedOneByOne() {
    Scope scope = new Scope.OfDocuments(List.of(Rulebook.DB, STAGED));
    assertThat(scope.allowed(ANN, MERGE, below("/db"))).isFalse();
    assertThat(scope.allowedSomewhere(ANN, MERGE, below("/db"))).isTrue();
    assertThat(scope.allowedSomewhere(ANN, MERGE, below("/x"))).isFalse();
    assertThat(new Scope.OfDocuments(List.of(Rulebook.DB)).allowed(ANN, MERGE, below("/db")))
        .isTrue();
    assertThat(scope.in(Rulebook.STAGING)).isTrue();
    assertThat(new Scope.OfDocuments(List.of(Rulebook.DB)).in(Rulebook.STAGING)).isFalse();
    assertThat(scope.paths()).containsExactly("/db", "/db");
    assertThat(scope.documents()).containsExactly(Rulebook.DB, STAGED);
    assertThat(scope.kind()).isEqualTo(Kind.SECRETS);
  }

  @Test
  void whatIsAskedForIsSaidInWords() {
    Entitlement reveal = AccessRules.reveal(HOUR);
    assertThat(reveal.words()).isEqualTo("Reveal values of prod:/db/**");
    Entitlement both =
        new Entitlement(
            reveal.place(),
            AccessRules.actions(Permission.SECRETS_PROPOSE, Permission.SECRETS_REVEAL),
            reveal.window(),
            null);
    assertThat(both.words()).isEqualTo("Propose changes and reveal values of prod:/db/**");
  }

  @Test
  void nothingElseIsGivenForATime() {
    for (Permission other : EnumSet.complementOf(EnumSet.copyOf(Entitlement.GRANTABLE))) {
      assertThatIllegalArgumentException().isThrownBy(() -> Entitlement.words(other));
    }
    assertThat(Entitlement.GRANTABLE)
        .containsExactlyInAnyOrder(Permission.SECRETS_PROPOSE, Permission.SECRETS_REVEAL);
  }

  @Test
  void accessBeginsWithTheGrantUnlessItWasToBeginLater() {
    assertThat(new Window(null, null, HOUR).begins(NOON)).isEqualTo(NOON);
    assertThat(new Window(NOON.minusNanos(1), null, HOUR).begins(NOON)).isEqualTo(NOON);
    assertThat(new Window(NOON.plusNanos(1), null, HOUR).begins(NOON)).isEqualTo(NOON.plusNanos(1));
  }

  @Test
  void itEndsByTheFirstOfAllThatEndIt() {
    Instant hour = NOON.plus(HOUR);
    Duration half = HOUR.dividedBy(2);
    assertThat(new Window(null, null, HOUR).ends(NOON, HOUR.plusNanos(1))).isEqualTo(hour);
    assertThat(new Window(null, null, HOUR).ends(NOON, half)).isEqualTo(NOON.plus(half));
    assertThat(new Window(null, hour.minusNanos(1), HOUR).ends(NOON, HOUR))
        .isEqualTo(hour.minusNanos(1));
    assertThat(new Window(null, hour.plusNanos(1), HOUR).ends(NOON, HOUR)).isEqualTo(hour);
    assertThat(new Window(null, NOON.plus(half), HOUR).ends(NOON, HOUR)).isEqualTo(NOON.plus(half));
  }
}
