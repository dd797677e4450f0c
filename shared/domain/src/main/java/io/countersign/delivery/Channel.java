package io.countersign.delivery;

/** How somebody is told. */
public enum Channel {
  MAIL
}
