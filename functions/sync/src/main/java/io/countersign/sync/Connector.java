package io.countersign.sync;

import io.countersign.destination.Lane;
import io.countersign.project.Destination;
import org.jspecify.annotations.Nullable;

/**
 * The way to sinks of one kind.
 *
 * <p>Every method may throw {@link io.countersign.fault.Unavailable} where another try may come to
 * something else; its message is shown, and holds no value.
 */
public interface Connector {
  /** How many documents may be brought to one sink side by side. */
  int abreast();

  /** Makes what is there what the document says; twice is as good as once. */
  Pushed bring(Load load);

  /**
   * Finds out whether it could, without an effect that stays.
   *
   * @return why not, or null
   */
  @Nullable String test(Lane lane, Destination destination);
}
