package io.countersign.local;

import java.net.URI;

/** The AWS that the stack is deployed to. */
public sealed interface Aws {
  /** An emulator of our own on that port of 127.0.0.1 (0: any free one); functions run here. */
  record Own(int port) implements Aws {}

  /**
   * Something that already answers there, for example LocalStack. It must run the functions itself,
   * which for most emulators needs Docker.
   */
  record Foreign(URI endpoint) implements Aws {}
}
