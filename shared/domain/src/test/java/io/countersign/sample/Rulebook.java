package io.countersign.sample;

import io.countersign.directory.Access;
import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Grant;
import io.countersign.directory.GroupId;
import io.countersign.directory.Holder;
import io.countersign.directory.PersonId;
import io.countersign.directory.Role;
import io.countersign.name.DocumentPath;
import io.countersign.name.PathGlob;
import io.countersign.name.SecretPrefix;
import io.countersign.policy.AccessTerms;
import io.countersign.policy.Bypass;
import io.countersign.policy.Kind;
import io.countersign.policy.LinkVoting;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyId;
import io.countersign.policy.Requirement;
import io.countersign.policy.Rules;
import io.countersign.policy.Target;
import io.countersign.policy.Terms;
import io.countersign.project.DocumentId;
import io.countersign.project.Environment;
import io.countersign.project.EnvironmentId;
import io.countersign.project.Governance;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.project.RotatedKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The project {@code payments} with its environment {@code prod}, and rules for it. */
public final class Rulebook {
  public static final ProjectId PAYMENTS = ProjectId.of("payments");
  public static final EnvironmentId PROD = new EnvironmentId("prod");
  public static final EnvironmentId STAGING = new EnvironmentId("staging");
  public static final DocumentId DB = document("/db");

  private Rulebook() {}

  public static DocumentId document(String path) {
    return new DocumentId(PROD, new DocumentPath(path));
  }

  public static Project project() {
    return new Project(PAYMENTS, "Payments", Governance.OPT_OUT, 1);
  }

  public static Environment environment(EnvironmentId id) {
    return new Environment(id, id.value(), new SecretPrefix(id + "/"), null, List.of(), 1);
  }

  /** So many of these people; a name that begins with {@code @} is a group's. */
  public static Requirement requirement(int approvals, String... names) {
    SortedSet<PersonId> people = new TreeSet<>();
    SortedSet<GroupId> groups = new TreeSet<>();
    for (String name : names) {
      if (name.startsWith("@")) {
        groups.add(new GroupId(name.substring(1)));
      } else {
        people.add(new PersonId(name));
      }
    }
    return new Requirement(approvals, people, groups);
  }

  /** On all of {@code prod}; one rejection ends a request, and so do 14 days. */
  public static Policy policy(String id, Requirement... requirements) {
    return new Policy(
        new PolicyId(id),
        id,
        List.of(new Target(PROD, PathGlob.ALL)),
        List.of(requirements),
        Terms.STRICT,
        1);
  }

  public static Policy on(String glob, Policy policy) {
    return on(List.of(new Target(PROD, new PathGlob(glob))), policy);
  }

  public static Policy on(List<Target> targets, Policy policy) {
    return new Policy(
        policy.id(),
        policy.name(),
        targets,
        policy.requirements(),
        policy.terms(),
        policy.version());
  }

  public static Policy selfApproval(Policy policy) {
    Terms terms = policy.terms();
    return with(
        policy,
        new Terms(
            true,
            terms.declineAfter(),
            terms.pendingFor(),
            terms.mergeWithin(),
            terms.autoMerge(),
            terms.bypass(),
            terms.approversMayReveal()));
  }

  public static Policy declineAfter(int rejections, Policy policy) {
    Terms terms = policy.terms();
    return with(
        policy,
        new Terms(
            terms.selfApproval(),
            rejections,
            terms.pendingFor(),
            terms.mergeWithin(),
            terms.autoMerge(),
            terms.bypass(),
            terms.approversMayReveal()));
  }

  /** The same policy, which these may bypass. */
  public static Policy bypass(Bypass bypass, Policy policy) {
    return with(policy, policy.terms().with(bypass));
  }

  /** The same rules, once that is given. */
  public static Rules giving(Rules rules, Grant grant) {
    return new Rules(
        rules.project(),
        rules.environments(),
        rules.policies(),
        rules.access(),
        rules.destinations(),
        rules.roles(),
        rules.channels(),
        List.of(grant));
  }

  /** The same people and targets, asked for access. */
  public static Policy access(Policy policy) {
    return new Policy(
        policy.id(),
        Kind.ACCESS,
        policy.name(),
        policy.targets(),
        policy.requirements(),
        policy.terms().with(AccessTerms.USUAL),
        policy.channels(),
        policy.version());
  }

  /** The same policy, whose approvers may vote by mail. */
  public static Policy byMail(Policy policy) {
    return with(policy, policy.terms().voting(LinkVoting.WITH_CODE));
  }

  /** The same policy on other terms. */
  public static Policy with(Policy policy, Terms terms) {
    return new Policy(
        policy.id(),
        policy.name(),
        policy.targets(),
        policy.requirements(),
        terms,
        policy.version());
  }

  /** The next version, with other requirements. */
  public static Policy edited(Policy policy, Requirement... requirements) {
    return new Policy(
        policy.id(),
        policy.name(),
        policy.targets(),
        List.of(requirements),
        policy.terms(),
        policy.version() + 1);
  }

  public static Binding binding(String id, Role role, String person) {
    return new Binding(
        new BindingId(id), role, new Holder.OnePerson(new PersonId(person)), null, null, 1);
  }

  /** The rules with these policies, in which these people are developers. */
  public static Rules rules(List<Policy> policies, String... developers) {
    List<Binding> bindings = new ArrayList<>();
    for (String developer : developers) {
      bindings.add(binding("developer-" + developer, Role.DEVELOPER, developer));
    }
    return rules(policies, bindings);
  }

  public static Rules rules(List<Policy> policies, List<Binding> bindings) {
    SortedMap<EnvironmentId, Environment> environments = new TreeMap<>();
    environments.put(PROD, environment(PROD));
    return new Rules(
        project(), environments, policies, new Access(bindings, List.of()), List.of(), List.of());
  }

  /** The same, where these keys of production are changed by rotation only. */
  public static Rules rotating(Rules rules, String path, String... keys) {
    Environment prod = environment(PROD);
    RotatedKeys rotated = new RotatedKeys(new PathGlob(path), new TreeSet<>(List.of(keys)));
    SortedMap<EnvironmentId, Environment> environments = new TreeMap<>(rules.environments());
    environments.put(
        PROD,
        new Environment(
            PROD, prod.name(), prod.secretPrefix(), null, List.of(rotated), prod.version() + 1));
    return new Rules(
        rules.project(),
        environments,
        rules.policies(),
        rules.access(),
        rules.destinations(),
        rules.roles(),
        rules.channels());
  }
}
