package io.countersign.local.story;

import io.countersign.local.LocalStack;
import io.countersign.local.people.Person;
import java.util.List;

/** The guide's story, from the first admin to the synced parameter. */
public final class Story {
  private final LocalStack stack;
  private final Steps steps;

  public Story(LocalStack stack, Steps steps) {
    this.stack = stack;
    this.steps = steps;
  }

  /**
   * Tells it to its end.
   *
   * @param killed functions whose process is to be ended on the way
   * @throws StepFailed where something is not as it should be
   */
  public void tell(List<String> killed) {
    steps.step("The people sign in");
    for (Person person : Person.ALL) {
      steps.check(!stack.people().token(person).isEmpty(), person.name() + " has an access token");
    }
    for (String function : killed) {
      steps.eventually(
          "The first process of " + function + " was killed in its call",
          () -> stack.killed(function) > 0);
    }
  }
}
