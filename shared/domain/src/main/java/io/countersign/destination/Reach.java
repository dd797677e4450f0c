package io.countersign.destination;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses a destination may have: public ones by HTTPS, and those that the deployment
 * names. A function sees more of the network than the people who set up destinations may.
 *
 * @param exceptions hosts, with their port where it is not the scheme's, or {@code *} for any, that
 *     may be private and be reached by HTTP
 */
public record Reach(List<String> exceptions) {
  private static final String ANY_PORT = ":*";
  private static final int LAST_PORT = 65_535;
  private static final int LONGEST = 2000;

  /** Why nothing may be sent to this address, or null; a host's name is not looked up for it. */
  public @Nullable String problem(URI address) {
    if (address.getHost() == null || address.getRawUserInfo() != null) {
      return "must name a host, and nobody to sign in as";
    }
    if (address.getRawFragment() != null || address.toString().length() > LONGEST) {
      return "must have no fragment and at most " + LONGEST + " characters";
    }
    if (address.getPort() == 0 || address.getPort() > LAST_PORT) {
      return "must have a port of 1 to " + LAST_PORT;
    }
    boolean named = excepts(address);
    boolean open = named && "http".equals(address.getScheme());
    if (!open && !"https".equals(address.getScheme())) {
      return "must begin with https://";
    }
    if (named) {
      return null;
    }
    String host = bare(address.getHost());
    return host.equalsIgnoreCase("localhost") || (literal(host) && !open(host))
        ? "must not lie in a private network" + allowed()
        : null;
  }

  /** Whether this deployment names the address. */
  public boolean excepts(URI address) {
    return exceptions.contains(address.getRawAuthority())
        || exceptions.contains(address.getHost() + ANY_PORT);
  }

  /** Whether what a name leads to may be reached although no exception names it. */
  public static boolean open(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    return address instanceof Inet6Address ? openSix(bytes) : openFour(bytes);
  }

  /** Besides what the JDK knows: RFC 6890, and addresses that carriers and clouds use inside. */
  private static boolean openFour(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean carriers = first == 100 && second >= 64 && second < 128;
    boolean protocols = first == 192 && second == 0 && bytes[2] == 0;
    boolean benchmarks = first == 198 && (second == 18 || second == 19);
    return first != 0 && first < 240 && !carriers && !protocols && !benchmarks;
  }

  /** Only global unicast, and none that stands for an address of the older protocol. */
  private static boolean openSix(byte[] bytes) {
    boolean global = (bytes[0] & 0xe0) == 0x20;
    boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
    boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
    return global && !teredo && !sixToFour;
  }

  private static boolean literal(String host) {
    return host.contains(":") || host.matches("[0-9.]+|0[xX][0-9a-fA-F.xX]+");
  }

  private static boolean open(String literal) {
    try {
      InetAddress address = InetAddress.ofLiteral(literal);
      // Other ways of writing an address of the older protocol are read differently by others.
      boolean plain =
          !(address instanceof Inet4Address) || literal.equals(address.getHostAddress());
      return plain && open(address);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private String allowed() {
    return exceptions.isEmpty() ? "" : "; this deployment allows " + String.join(", ", exceptions);
  }
}
