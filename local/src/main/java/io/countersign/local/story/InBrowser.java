package io.countersign.local.story;

import io.countersign.local.LocalStack;
import io.countersign.local.api.Answer;
import io.countersign.local.browser.Chromium;
import io.countersign.local.browser.Tab;
import io.countersign.local.browser.Window;
import io.countersign.local.people.Person;

/** Everybody at a browser of their own, pressing what they see. */
public record InBrowser(LocalStack stack, Steps steps, Chromium chromium) implements Hands {
  @Override
  public void approve(Person reader, String link, Answer request) {
    try (Tab phone = chromium.open(Window.PHONE)) {
      phone.goTo(link);
      phone.signIn(reader);
      phone.untilHeading(Road.TITLE);
      steps.same(
          link, phone.address(), reader.name() + " opens the link on a phone, signs in, is there");
      String seen = phone.text();
      steps.check(
          seen.contains("PASSWORD") && seen.contains("USER") && !seen.contains(Road.VALUE),
          "The page shows which keys change, and no value");
      phone.press("Approve");
      phone.confirm("Approve");
      steps.eventually(
          "After the button and the dialog's, the vote counts",
          () -> voted(request).contains("\"" + reader.id() + "\""));
    }
  }

  private String voted(Answer request) {
    return new Cast(stack).look(request).body().path("votes").toString();
  }

  @Override
  public void merge(Person person, Answer request) {
    try (Tab desktop = chromium.open(Window.DESKTOP)) {
      desktop.goTo(stack.dashboard() + "/requests/" + request.text("/id"));
      desktop.signIn(person);
      desktop.press("Merge");
      desktop.confirm("Merge");
      desktop.untilHeading("Merged");
      steps.proved("After the button and the dialog's, the page says so by itself");
    }
  }
}
