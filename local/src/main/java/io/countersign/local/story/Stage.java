package io.countersign.local.story;

import io.countersign.local.LocalStack;
import io.countersign.local.api.Api;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** What somebody who looks around finds: a project with its rules, and requests in many states. */
public final class Stage {
  private final LocalStack stack;

  public Stage(LocalStack stack) {
    this.stack = stack;
  }

  /**
   * Sets it on a stack that nobody has used yet.
   *
   * @throws StepFailed where something cannot be made
   */
  public void set() throws IOException, InterruptedException {
    Steps silent = new Steps(new PrintStream(OutputStream.nullOutputStream()));
    Cast cast = new Cast(stack);
    SetUp setUp = new SetUp(stack, silent, cast);
    setUp.bootstrap();
    setUp.project();
    setUp.policy();
    House house = new House(stack, setUp, silent, cast);
    house.furnish();
    Api machine = house.machine();
    Standing standing = new Standing(silent, cast);
    standing.ended();
    standing.open();
    standing.odd(machine);
    standing.access();
    standing.rules(setUp);
  }
}
