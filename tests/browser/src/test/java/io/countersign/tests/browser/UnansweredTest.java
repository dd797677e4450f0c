package io.countersign.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import org.junit.jupiter.api.Test;

/** Commands whose answers are slow or get lost, although they were carried out. */
class UnansweredTest {
  private static final Page.GetByLabelOptions EXACT = new Page.GetByLabelOptions().setExact(true);

  @Test
  void ones_own_merge_is_not_told_as_a_change_by_others_neither_under_way_nor_without_an_answer() {
    Proposal proposal = Scene.askingFor(1).proposes("/db", "KEY", "value");
    proposal.approve(Person.AMY);
    try (Browser dan = Browser.of(Person.DAN, Screen.PHONE, "/requests/" + proposal.id())) {
      dan.button("Merge").click();
      dan.holdsAnAnswer();
      dan.confirm("Merge");
      assertThat(dan.page().locator(".readiness h2")).hasText("Merged");
      dan.hasCarriedOut();
      assertThat(dan.dialog()).isVisible();
      assertThat(dan.dialog()).not().containsText("Nothing was sent");
      dan.loses();
      assertThat(dan.dialog()).containsText("No answer came, but the request has moved on.");
      assertThat(dan.dialog()).containsText("It is now merged.");
      assertThat(dan.barriers()).isEmpty();
      dan.confirm("Look at it again");
      assertThat(dan.dialog()).hasCount(0);
      assertThat(dan.complaints()).isEmpty();
    }
  }

  @Test
  void a_comment_is_made_once_also_where_the_page_was_loaded_again_before_the_second_try() {
    Proposal proposal = Scene.askingFor(1).proposes("/db", "KEY", "value");
    String page = "/requests/" + proposal.id() + "#key-%E0%A4%A";
    try (Browser amy = Browser.of(Person.AMY, Screen.DESKTOP, page)) {
      Locator text = amy.page().getByLabel("Comment", EXACT);
      text.fill("Only once.");
      amy.holdsAnAnswer();
      amy.button("Comment").click();
      amy.hasCarriedOut();
      assertThat(text.evaluate("field => field.closest('[inert]') !== null")).isEqualTo(true);
      amy.loses();
      assertThat(amy.page().locator("main")).containsText("No answer from Countersign");
      assertThat(text.evaluate("field => field.closest('[inert]') !== null")).isEqualTo(false);
      amy.page().reload();
      assertThat(text).hasValue("Only once.");
      amy.button("Comment").click();
      assertThat(text).hasValue("");
      assertThat(amy.page().locator(".timeline").getByText("Only once.")).hasCount(1);
      assertThat(amy.complaints()).isEmpty();
    }
    assertThat(proposal.seenBy(Person.ADA).body().path("timeline").findValuesAsText("text"))
        .containsOnlyOnce("Only once.");
  }
}
