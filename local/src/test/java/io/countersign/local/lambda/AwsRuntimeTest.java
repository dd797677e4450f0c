package io.countersign.local.lambda;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** AWS's own runtime, which has a native part for Linux only. */
@EnabledOnOs(OS.LINUX)
class AwsRuntimeTest extends FunctionsContract {
  @Override
  RuntimeClient runtime(Path folder) throws IOException {
    return AwsRuntime.unpackedTo(folder);
  }
}
