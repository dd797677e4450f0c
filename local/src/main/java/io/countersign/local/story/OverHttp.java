package io.countersign.local.story;

import io.countersign.local.LocalStack;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;

/**
 * As their browsers would.
 *
 * @param why nobody is at a browser
 */
public record OverHttp(LocalStack stack, Steps steps, String why) implements Hands {
  @Override
  public void approve(Person reader, String link, Answer request) {
    steps.proved("Over HTTP instead of a browser: " + why);
    Cast cast = new Cast(stack);
    steps.same(
        200,
        stack.anonymous().patient().get("requests/" + request.text("/id")).status(),
        "The link opens the dashboard, which asks to sign in");
    steps.same(
        200, cast.vote(cast.as(reader), request, "APPROVE").status(), reader.name() + " approves");
  }

  @Override
  public void merge(Person person, Answer request) {
    Cast cast = new Cast(stack);
    Answer merged = cast.merge(cast.as(person), request);
    steps.check(
        merged.status() == 200 || merged.status() == 202, "Merging answers " + merged.status());
  }
}
