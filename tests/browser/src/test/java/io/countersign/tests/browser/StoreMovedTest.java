package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import org.junit.jupiter.api.Test;

/** The page of a request says that the store moved on, before anybody runs into a conflict. */
class StoreMovedTest {
  @Test
  void it_is_said_on_the_page_and_before_a_decision_until_it_is_rebased() {
    Scene scene = Scene.askingFor(1);
    scene.holds("/db", "{\"KEY\":\"old\"}");
    Proposal proposal = scene.proposes("/db", "KEY", "new");
    World.SECRETS.write(scene.secret("/db"), "{\"KEY\":\"theirs\"}");
    String page = "/requests/" + proposal.id();
    try (Browser amy = Browser.of(Person.AMY, Screen.PHONE, page)) {
      assertThat(amy.heading("The store moved on")).isVisible();
      assertThat(amy.button("Rebase")).hasCount(0);
      amy.button("Approve").click();
      assertThat(amy.dialog()).containsText("prod:/db was written to since this revision was made");
      assertThat(amy.barriers()).isEmpty();
    }
    try (Browser dan = Browser.of(Person.DAN, Screen.DESKTOP, page)) {
      dan.button("Rebase").click();
      dan.confirm("Rebase");
      assertThat(dan.page().locator("main")).containsText("revision 2");
      assertThat(dan.heading("The store moved on")).hasCount(0);
      assertThat(dan.complaints()).isEmpty();
    }
  }
}
