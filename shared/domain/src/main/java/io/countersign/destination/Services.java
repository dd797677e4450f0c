package io.countersign.destination;

import io.countersign.fault.Unavailable;

/**
 * Services of Amazon ECS.
 *
 * <p>Every method may throw {@link ServicesUnavailable}.
 */
public interface Services {
  /** Replaces the tasks of a service one after the other, as it says. */
  void deploy(String cluster, String service);

  /** Whether there is such a service that is active. */
  boolean isActive(String cluster, String service);

  /** ECS refuses, or does not answer. */
  final class ServicesUnavailable extends Unavailable {
    private static final long serialVersionUID = 1;

    public ServicesUnavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
