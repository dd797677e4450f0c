package io.countersign.local.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** Gets one call after another from the Runtime API and gives it to the handler. */
public final class PlainRuntime {
  private PlainRuntime() {}

  /**
   * Runs until its process is ended.
   *
   * @param arguments the handler, as {@code package.Class::handleRequest}
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Calls calls = new Calls(System.getenv("AWS_LAMBDA_RUNTIME_API"));
    RequestStreamHandler handler = handler(calls, arguments[0]);
    while (true) {
      answer(calls, handler, calls.next());
    }
  }

  private static RequestStreamHandler handler(Calls calls, String name)
      throws IOException, InterruptedException {
    try {
      return Handlers.load(Path.of(System.getenv("LAMBDA_TASK_ROOT")), name);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      calls.initFailed(e);
      System.exit(1);
      throw new IllegalStateException(e);
    }
  }

  /** What the handler throws is the call's answer; after an error of the machine itself it ends. */
  private static void answer(Calls calls, RequestStreamHandler handler, Call call)
      throws IOException, InterruptedException {
    System.setProperty("com.amazonaws.xray.traceHeader", call.traceId());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(call.event()), out, new CallContext(call));
    } catch (VirtualMachineError e) {
      calls.failed(call, e);
      System.exit(1);
    } catch (Throwable e) {
      calls.failed(call, e);
      return;
    }
    calls.answered(call, out.toByteArray());
  }
}
