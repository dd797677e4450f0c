package io.countersign.store;

import io.countersign.fault.Unavailable;

/** Too many others wrote the same at once; nothing was changed. */
public final class Contended extends Unavailable {
  private static final long serialVersionUID = 1;

  public Contended() {
    super("too many writers at once", new IllegalStateException("contended"));
  }
}
