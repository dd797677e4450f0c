package io.countersign.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of 127.0.0.1. */
public final class Ports {
  private Ports() {}

  /** The port itself where it is free, any free one for 0. */
  public static int claim(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StackFailure(
          "Port " + port + " is taken: end what listens there, or choose another with --port", e);
    }
  }
}
