package io.countersign.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A pass-through to AWS that ends a process at the worst moment: AWS has done what was asked for,
 * and the process never hears of it.
 */
final class KillSwitch implements AutoCloseable {
  private static final Pattern REQUEST = Pattern.compile("^(GET|PUT|POST|DELETE|PATCH|HEAD) /");

  private final ServerSocket server;
  private final URI upstream;
  private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
  private volatile String counted = "";
  private volatile Runnable kill = () -> {};

  private KillSwitch(ServerSocket server, URI upstream) {
    this.server = server;
    this.upstream = upstream;
  }

  static KillSwitch before(URI upstream) throws IOException {
    KillSwitch trap =
        new KillSwitch(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), upstream);
    Thread.ofVirtual().start(trap::accept);
    return trap;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** From now on: kills the process after that many requests. */
  void springs(Fault.Killed fault, FunctionProcess process) {
    kill = process::kill;
    counted = fault.operation().isEmpty() ? "" : "." + fault.operation() + "\r\n";
    left.set(fault.requests());
  }

  /** Whether those requests were made. */
  boolean sprung() {
    return left.get() <= 0;
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket client = server.accept();
        Socket aws = new Socket(upstream.getHost(), upstream.getPort());
        Thread.ofVirtual().start(() -> pump(client, aws, true));
        Thread.ofVirtual().start(() -> pump(aws, client, false));
      }
    } catch (IOException closed) {
      close();
    }
  }

  private void pump(Socket from, Socket to, boolean requests) {
    byte[] buffer = new byte[65_536];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (requests && counts(buffer, n)) {
          left.decrementAndGet();
        } else if (!requests && left.get() <= 0) {
          kill.run();
          return;
        }
        out.write(buffer, 0, n);
        out.flush();
      }
    } catch (IOException gone) {
      // Either side has hung up; closing both is all there is to do.
    }
  }

  /** Whether a request begins here, and names the operation as its target. */
  private boolean counts(byte[] buffer, int length) {
    String text = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
    return REQUEST.matcher(text).lookingAt() && text.contains(counted);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
