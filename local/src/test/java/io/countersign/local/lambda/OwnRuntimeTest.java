package io.countersign.local.lambda;

import java.nio.file.Path;

/** The runtime in plain Java does as AWS's own. */
class OwnRuntimeTest extends FunctionsContract {
  @Override
  RuntimeClient runtime(Path folder) {
    return new OwnRuntime();
  }
}
