package io.countersign.sample;

import io.countersign.directory.Access;
import io.countersign.directory.Binding;
import io.countersign.directory.Grant;
import io.countersign.directory.GrantId;
import io.countersign.directory.Permission;
import io.countersign.name.PathGlob;
import io.countersign.policy.AccessTerms;
import io.countersign.policy.Kind;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyId;
import io.countersign.policy.Requirement;
import io.countersign.policy.Rules;
import io.countersign.policy.Target;
import io.countersign.policy.Terms;
import io.countersign.revision.Entitlement;
import io.countersign.revision.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Access policies, what they are asked for, and what was given. */
public final class AccessRules {
  /** A working day at most, no reason needed; else as strict as any. */
  public static final Terms TERMS = Terms.STRICT.with(new AccessTerms(Duration.ofHours(8), false));

  /** Values of everything below {@code /db}. */
  public static final Target BELOW = at("/db/**");

  private AccessRules() {}

  public static Target at(String glob) {
    return new Target(Rulebook.PROD, new PathGlob(glob));
  }

  /** On all of {@code prod}. */
  public static Policy policy(String id, Requirement... requirements) {
    return on("/**", id, TERMS, requirements);
  }

  /** On those paths of {@code prod}. */
  public static Policy on(String glob, String id, Terms terms, Requirement... requirements) {
    return new Policy(
        new PolicyId(id),
        Kind.ACCESS,
        id,
        List.of(at(glob)),
        List.of(requirements),
        terms,
        Collections.emptySortedSet(),
        1);
  }

  /** The next version of the same policy, on these terms. */
  public static Policy edited(Policy policy, Terms terms) {
    return new Policy(
        policy.id(),
        policy.kind(),
        policy.name(),
        policy.targets(),
        policy.requirements(),
        terms,
        policy.channels(),
        policy.version() + 1);
  }

  /** The same terms, by which access lasts so long at most. */
  public static Terms lasting(Duration most, Terms terms) {
    return terms.with(new AccessTerms(most, false));
  }

  /** To see values below {@code /db}, for so long, from the merge on. */
  public static Entitlement reveal(Duration lasts) {
    return reveal(new Window(null, null, lasts));
  }

  public static Entitlement reveal(Window window) {
    return new Entitlement(BELOW, actions(Permission.SECRETS_REVEAL), window, null);
  }

  /** The same end for what a request of that number gave, so much later. */
  public static Entitlement extension(long of, Duration lasts) {
    return extension(of, new Window(null, null, lasts));
  }

  public static Entitlement extension(long of, Window window) {
    return new Entitlement(BELOW, actions(Permission.SECRETS_REVEAL), window, id(of));
  }

  /** What the request of that number gave. */
  public static GrantId id(long number) {
    return new GrantId(Rulebook.PAYMENTS + "-" + number);
  }

  public static SortedSet<Permission> actions(Permission... actions) {
    return new TreeSet<>(Set.of(actions));
  }

  /** Values below {@code /db}, between these moments. */
  public static Grant grant(long number, String holder, Instant begins, Instant ends) {
    return new Grant(
        id(number),
        People.id(holder),
        BELOW.environment(),
        BELOW.path(),
        actions(Permission.SECRETS_REVEAL),
        begins,
        ends);
  }

  /** The rules with these grants, and the access of that moment. */
  public static Rules with(Rules rules, Collection<Grant> grants, Instant now) {
    return new Rules(
            rules.project(),
            rules.environments(),
            rules.policies(),
            rules.access(),
            rules.destinations(),
            rules.roles(),
            rules.channels(),
            List.copyOf(grants))
        .at(now);
  }

  /** The same rules with other policies, where some are given, and other roles. */
  public static Rules with(
      Rules rules, @Nullable List<Policy> policies, @Nullable List<Binding> bindings) {
    return new Rules(
        rules.project(),
        rules.environments(),
        policies == null ? rules.policies() : policies,
        bindings == null ? rules.access() : new Access(bindings, List.of()),
        rules.destinations(),
        rules.roles(),
        rules.channels(),
        rules.grants());
  }
}
