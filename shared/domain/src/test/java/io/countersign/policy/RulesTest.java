package io.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.directory.Access;
import io.countersign.directory.Permission;
import io.countersign.directory.Role;
import io.countersign.directory.RoleId;
import io.countersign.name.DocumentPath;
import io.countersign.name.InvalidName;
import io.countersign.name.PathGlob;
import io.countersign.project.Channel;
import io.countersign.project.ChannelId;
import io.countersign.project.Credential;
import io.countersign.project.DocumentId;
import io.countersign.sample.Charter;
import io.countersign.sample.Rulebook;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is looked up in a project's rules. */
class RulesTest {
  private static final Role OWN =
      new Role(new RoleId("policy-writer"), Set.of(Permission.POLICIES_WRITE), 1);
  private static final Rules RULES =
      new Rules(
          Rulebook.project(),
          new TreeMap<>(),
          List.of(),
          new Access(List.of(), List.of()),
          List.of(),
          List.of(new Role(new RoleId("other"), Set.of(), 1), OWN));

  @Test
  void aRoleIsAShippedOneOrOneOfTheProject() {
    assertThat(RULES.role(Role.ADMIN.id())).isEqualTo(Role.ADMIN);
    assertThat(RULES.role(OWN.id())).isEqualTo(OWN);
    assertThat(RULES.role(new RoleId("nobody-made-it"))).isNull();
  }

  @Test
  void aPolicysIdIsASlug() {
    assertThat(new PolicyId("two-of-us")).hasToString("two-of-us");
    assertThatExceptionOfType(InvalidName.class).isThrownBy(() -> new PolicyId("Two of us"));
  }

  @Test
  void aChannelIsTheProjects() {
    Channel team = channel("team");
    Rules rules =
        new Rules(
            RULES.project(),
            RULES.environments(),
            RULES.policies(),
            RULES.access(),
            RULES.destinations(),
            RULES.roles(),
            List.of(channel("other"), team));
    assertThat(rules.channel(new ChannelId("team"))).isEqualTo(team);
    assertThat(rules.channel(new ChannelId("nobody-made-it"))).isNull();
  }

  private static Channel channel(String id) {
    return new Channel(
        new ChannelId(id),
        new Channel.Place.Slack("C024BE91L"),
        new Credential("version", "cdef"),
        1);
  }

  @Test
  void aTargetCoversWhatIsInItsEnvironmentAndOnItsPath() {
    Target target = new Target(Rulebook.PROD, new PathGlob("/db/*"));
    Target main = new Target(Rulebook.PROD, new PathGlob("/db/main"));
    assertThat(target.covers(main)).isTrue();
    assertThat(main.covers(target)).isFalse();
    assertThat(target.covers(new Target(Rulebook.STAGING, new PathGlob("/db/main")))).isFalse();
    assertThat(target.covers(new DocumentId(Rulebook.STAGING, new DocumentPath("/db/main"))))
        .isFalse();
  }

  @Test
  void whatIsReplacedIsAllThatChanges() {
    Rules rules = Charter.rules();
    Rules other = rules.ofOrganisation();
    assertThat(
            rules
                .withProject(other.project())
                .withEnvironments(other.environments())
                .withPolicies(other.policies())
                .withAccess(other.access())
                .withDestinations(other.destinations())
                .withRoles(other.roles())
                .withChannels(other.channels()))
        .isEqualTo(
            new Rules(
                other.project(),
                other.environments(),
                other.policies(),
                other.access(),
                other.destinations(),
                other.roles(),
                other.channels(),
                rules.grants(),
                rules.oversight()));
    assertThat(rules.withOversight(Oversight.USUAL).oversight()).isEqualTo(Oversight.USUAL);
    assertThat(rules.withOversight(Oversight.USUAL).withOversight(rules.oversight()))
        .isEqualTo(rules);
  }
}
