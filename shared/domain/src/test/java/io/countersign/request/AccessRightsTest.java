package io.countersign.request;

import static io.countersign.sample.Story.accepted;
import static io.countersign.sample.Story.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Access;
import io.countersign.directory.Role;
import io.countersign.policy.AccessTerms;
import io.countersign.policy.Bypass;
import io.countersign.policy.Terms;
import io.countersign.sample.AccessRules;
import io.countersign.sample.AccessStory;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who does what with somebody's request for access. */
class AccessRightsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final AccessStory story =
      new AccessStory(AccessRules.policy("one", Rulebook.requirement(1, "amy", "dan")));

  private static Terms selfApproval() {
    return new Terms(true, 1, HOUR, null, false, new Bypass.Off(), false)
        .with(new AccessTerms(HOUR, false));
  }

  private List<String> readers() {
    Access access = story.rules().access();
    return Stream.of("ada", "amy", "bob", "cem", "dan", "eve")
        .filter(
            name -> Requester.mayRead(story.actor(name), story.state(1), story.revision(1), access))
        .toList();
  }

  @Test
  void nobodyTakesItOver() {
    story.ask("dan", AccessRules.reveal(HOUR));
    for (String other : List.of("ada", "amy", "eve", "cem")) {
      assertThat(refused(story.revise(1, other, AccessRules.reveal(HOUR))))
          .isEqualTo("may-not-revise");
    }
    assertThat(accepted(story.revise(1, "dan", AccessRules.reveal(HOUR.dividedBy(2)))))
        .containsExactly("Revised");
    assertThat(story.state(1).author()).isEqualTo(People.id("dan"));
  }

  @Test
  void itIsReadByItsAuthorItsApproversAndThoseWhoReadOrMergeThere() {
    story.ask("dan", AccessRules.reveal(HOUR));
    assertThat(readers()).containsExactly("ada", "amy", "dan", "eve");
    story.roles(
        Rulebook.binding("bob", Role.VIEWER, "bob"), Rulebook.binding("ada", Role.ADMIN, "ada"));
    assertThat(readers()).containsExactly("ada", "amy", "bob", "dan");
    story.people(People.gone(People.person("dan")), People.gone(People.person("amy")));
    assertThat(readers()).containsExactly("ada", "bob");
  }

  @Test
  void itIsMergedByItsAuthorAnApproverOrWhoMayMergeAllOfIt() {
    story.ask("dan", AccessRules.reveal(HOUR));
    story.approve(1, "amy");
    for (String other : List.of("bob", "cem", "eve")) {
      assertThat(refused(story.merge(1, other))).isEqualTo("may-not-merge");
    }
    assertThat(accepted(story.merge(1, "ada"))).contains("AccessGranted");
  }

  @Test
  void whoAsksDoesNotApproveIt() {
    story.ask("dan", AccessRules.reveal(HOUR));
    assertThat(refused(story.approve(1, "dan"))).isEqualTo("own-request");
    assertThat(refused(story.approve(1, "eve"))).isEqualTo("not-an-approver");
    assertThat(refused(story.merge(1, "dan"))).isEqualTo("not-agreed");
  }

  @Test
  void whoAsksApprovesItWhereTheirPolicyLetsThem() {
    story.policies(
        AccessRules.on("/**", "one", selfApproval(), Rulebook.requirement(1, "amy", "dan")));
    story.ask("dan", AccessRules.reveal(HOUR));
    assertThat(accepted(story.approve(1, "dan"))).containsExactly("Voted", "Agreed");
    assertThat(accepted(story.merge(1, "dan"))).contains("AccessGranted");
  }

  @Test
  void nobodyBypassesWhatTheirPolicyDoesNotLetThem() {
    story.ask("dan", AccessRules.reveal(HOUR));
    assertThat(refused(story.bypass(1, "dan"))).isEqualTo("may-not-bypass");
    story.policies(
        AccessRules.on(
            "/**",
            "one",
            AccessRules.TERMS.with(new Bypass.Anyone()),
            Rulebook.requirement(1, "amy", "dan")));
    assertThat(refused(story.bypass(1, "dan"))).isEqualTo("may-not-bypass");
    assertThat(refused(story.bypass(1, "ada"))).isEqualTo("not-the-author");
  }

  @Test
  void whoHasNoRoleSubmitsNothing() {
    story.ask("dan", AccessRules.reveal(HOUR));
    Access access = story.rules().access();
    assertThat(Requester.maySubmit(story.actor("eve"), story.revision(1), access)).isTrue();
    assertThat(Requester.maySubmit(story.actor("cem"), story.revision(1), access)).isFalse();
  }
}
