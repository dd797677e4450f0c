package io.countersign.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import io.countersign.local.runtime.PlainRuntime;
import java.util.List;

/** The runtime in plain Java, which runs wherever a JDK does. */
record OwnRuntime() implements RuntimeClient {
  @Override
  public List<String> program() {
    String classPath =
        RuntimeClient.place(PlainRuntime.class) + ":" + RuntimeClient.place(Context.class);
    return List.of("-cp", classPath, PlainRuntime.class.getName());
  }
}
