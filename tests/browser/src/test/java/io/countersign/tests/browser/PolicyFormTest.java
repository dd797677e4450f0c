package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can come between the form of a policy and the policy: nothing typed is lost. */
class PolicyFormTest {
  private static final Route.FulfillOptions ENDED = new Route.FulfillOptions().setStatus(401);

  private static Writer writing(Scene scene, Screen screen) {
    Writer bob = Writer.at(scene, screen, "/new");
    bob.field("Name").fill("Production");
    bob.choose(bob.approvers(), scene.project());
    return bob;
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESKTOP"})
  void a_bad_input_is_told_at_its_field_until_it_is_mended(Screen screen) {
    Scene scene = Scene.unprotected();
    try (Writer bob = writing(scene, screen)) {
      Locator path = bob.field("Path", "of target 1");
      path.fill("/db*");
      bob.save();
      assertThat(path).hasAttribute("aria-invalid", "true");
      assertThat(path).isFocused();
      assertThat(path).hasAccessibleDescription(Pattern.compile("whole segments"));
      assertThat(bob.field("Name")).hasValue("Production");
      path.fill("/db/*");
      assertThat(bob.page().locator("fieldset [aria-invalid]")).hasCount(0);
      bob.field("Approvals needed").fill("3");
      assertThat(bob.preview()).containsText("Nobody could ever satisfy this");
      bob.save();
      assertThat(bob.page().locator("fieldset .wrong"))
          .containsText("nobody could ever satisfy it");
      bob.field("Approvals needed").fill("2");
      bob.save();
      bob.browser().heading("Production").waitFor();
      assertThat(bob.policies().at("/0/targets/0/path").asText()).isEqualTo("/db/*");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESKTOP"})
  void bypass_with_nobody_chosen_is_anyone_and_an_emptied_list_is_not(Screen screen) {
    Scene scene = Scene.unprotected();
    try (Writer bob = writing(scene, screen)) {
      bob.toggle("Bypass").check();
      assertThat(bob.page().getByText("Nobody is chosen, so anyone")).isVisible();
      bob.choose(bob.bypassers(), "dan");
      assertThat(bob.page().getByText("Nobody is chosen, so anyone")).hasCount(0);
      bob.browser().button("Take out Dan Developer").click();
      assertThat(bob.page().getByText("Nobody is chosen any more.")).isVisible();
      bob.save();
      assertThat(bob.bypassers()).hasAttribute("aria-invalid", "true");
      assertThat(bob.policies()).isEmpty();
      bob.browser().button("Let anyone bypass").click();
      bob.save();
      bob.browser().heading("Production").waitFor();
      assertThat(bob.policies().at("/0/bypass/who").asText()).isEqualTo("ANYONE");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESKTOP"})
  void who_was_overtaken_sees_what_changed_and_goes_on_with_both(Screen screen) {
    Scene scene = Scene.unprotected();
    String path = scene.policy(scene.policyBody(1));
    String page = path.substring(path.lastIndexOf('/')) + "/edit";
    try (Writer bob = Writer.at(scene, screen, page)) {
      bob.field("Name").fill("Mine");
      Map<String, Object> theirs = new TreeMap<>(scene.policyBody(1));
      theirs.put("declineAfter", 2);
      theirs.put("name", "Theirs");
      World.as(Person.ADA).edit(path, theirs);
      bob.save();
      Locator overtaken = bob.page().locator(".overtaken");
      overtaken.waitFor();
      assertThat(overtaken).containsText("Ends a request: 2 rejections (before: one rejection)");
      assertThat(overtaken).isInViewport();
      assertThat(bob.field("Name")).hasValue("Mine");
      bob.browser().button("Go on from what is there now").click();
      assertThat(bob.field("Rejections that end a request")).hasValue("2");
      bob.save();
      bob.browser().heading("Mine").waitFor();
      assertThat(World.as(Person.ADA).get(path).body().path("declineAfter").asInt()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESKTOP"})
  void what_is_typed_outlives_a_reload_and_a_sign_in_that_ends(Screen screen) {
    Scene scene = Scene.unprotected();
    try (Writer bob = writing(scene, screen)) {
      bob.page().reload();
      bob.settles();
      assertThat(bob.field("Name")).hasValue("Production");
      bob.page().route("**/v1/projects/*/policies", each -> each.fulfill(ENDED));
      bob.save();
      bob.browser().button("Sign in again").last().waitFor();
      bob.page().unroute("**/v1/projects/*/policies");
      bob.browser().button("Sign in again").last().click();
      bob.browser().signIn(Person.BOB);
      bob.settles();
      assertThat(bob.field("Name")).hasValue("Production");
      assertThat(bob.page().locator(".chips")).containsText("group Approvers");
      bob.save();
      bob.browser().heading("Production").waitFor();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESKTOP"})
  void for_a_path_the_form_says_who_could_approve_and_what_governs_it_today(Screen screen) {
    Scene scene = Scene.unprotected();
    Map<String, Object> whole = new TreeMap<>(scene.policyBody(1));
    whole.put("requirements", List.of(Map.of("approvals", 1, "people", List.of("ada"))));
    scene.policy(whole);
    try (Writer bob = writing(scene, screen)) {
      assertThat(bob.preview()).containsText("Approvals must be satisfied too:");
      bob.field("Path", "of target 1").fill("/db/**");
      assertThat(bob.preview()).containsText("1 of 2: Amy Approver, Bob Approver (you)");
      assertThat(bob.preview()).containsText("“Approvals” counts there today, and would no longer");
      bob.field("For this path").fill("/web");
      assertThat(bob.preview()).containsText("This policy does not hold there.");
      assertThat(bob.preview()).containsText("1 of 1: Ada Admin");
      bob.field("For this path").fill("/web*");
      assertThat(bob.preview()).containsText("A path such as /payments/db");
    }
  }
}
