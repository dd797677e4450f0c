package io.countersign.bench;

import com.amazonaws.services.lambda.runtime.Context;
import java.lang.reflect.Proxy;

/** What Lambda tells a handler beside the event. */
final class Call {
  /** A minute is left, always; nothing else is known. */
  static final Context CONTEXT =
      (Context)
          Proxy.newProxyInstance(
              Context.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (proxy, method, arguments) ->
                  method.getName().equals("getRemainingTimeInMillis") ? 60_000 : null);

  private Call() {}
}
