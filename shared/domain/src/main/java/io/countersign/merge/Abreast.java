package io.countersign.merge;

import java.util.List;
import java.util.function.Supplier;

/** How calls that do not depend on each other are made. */
public interface Abreast {
  /** One after the other. */
  Abreast IN_TURN =
      new Abreast() {
        @Override
        public <T> List<T> all(List<Supplier<T>> calls) {
          return calls.stream().map(Supplier::get).toList();
        }
      };

  /**
   * Makes all calls.
   *
   * @return the results in the order of the calls; what one of them throws is thrown, once none of
   *     them runs any more
   */
  <T> List<T> all(List<Supplier<T>> calls);
}
