package io.countersign.local.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What Lambda knows of a deployed function.
 *
 * @param name the function's whole name
 * @param handler class and method
 * @param role ARN of the role it runs as
 * @param timeout of one invocation
 * @param memoryMegabytes as configured; bounds the heap
 * @param environment the function's own variables
 * @param taskRoot folder of its unpacked artifact
 */
public record FunctionSettings(
    String name,
    String handler,
    String role,
    Duration timeout,
    int memoryMegabytes,
    Map<String, String> environment,
    Path taskRoot) {
  public FunctionSettings {
    environment = Map.copyOf(environment);
    if (!taskRoot.isAbsolute()) {
      throw new IllegalArgumentException("task root must be absolute: " + taskRoot);
    }
  }
}
