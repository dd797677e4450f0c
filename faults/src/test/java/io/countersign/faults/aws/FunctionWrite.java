package io.countersign.faults.aws;

import io.countersign.aws.table.Grants;
import io.countersign.aws.table.Write;

/**
 * That a function wrote to the table; of the partition's key only the beginning, as far as its
 * kind.
 */
public record FunctionWrite(String function, Write what) {
  static FunctionWrite by(String function, Write write) {
    return new FunctionWrite(
        function, new Write(write.action(), write.partition().replaceFirst("#.*", "#")));
  }

  /** Whether the function's role in the template lets it: the emulator lets it write all. */
  public boolean allowed() {
    return Grants.of(function).allow(what);
  }
}
