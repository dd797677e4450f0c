package io.countersign.local.story;

import io.countersign.local.LocalStack;
import io.countersign.local.bus.Tap;
import java.util.List;

/** The guide's story, from the first admin to the synced parameter. */
public final class Story {
  private final LocalStack stack;
  private final Steps steps;
  private final Hands hands;

  /**
   * A story on that stack.
   *
   * @param hands how people act where people do
   */
  public Story(LocalStack stack, Steps steps, Hands hands) {
    this.stack = stack;
    this.steps = steps;
    this.hands = hands;
  }

  /**
   * Tells it to its end, and leaves one request that waits to be reviewed.
   *
   * @param killed functions whose process is to be ended on the way
   * @throws StepFailed where something is not as it should be
   */
  public void tell(List<String> killed) {
    Cast cast = new Cast(stack);
    SetUp setUp = new SetUp(stack, steps, cast);
    setUp.signIn();
    setUp.bootstrap();
    setUp.project();
    setUp.policy();
    Tap tap = Tap.on(stack, "story");
    Road road = new Road(stack, steps, cast, hands, tap);
    road.submit();
    road.mails();
    road.votes();
    road.merge(killed.contains("merge"));
    road.events();
    road.sync();
    Others others = new Others(stack, steps, cast);
    others.reject();
    others.unprotected();
    others.bypass();
    new Lending(stack, steps, cast).tell();
    new FourEyes(stack, steps, cast).tell();
    for (String function : killed) {
      steps.eventually(
          "A process of " + function + " was killed in the middle of a call, and all came out",
          () -> stack.killed(function) > 0);
    }
    others.leaveOneToReview();
  }
}
