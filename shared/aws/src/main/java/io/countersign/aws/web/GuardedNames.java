package io.countersign.aws.web;

import io.countersign.destination.Reach;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks up names for one connection each, and gives out no address that a destination may not have:
 * what was checked is what is connected to, whatever the name leads to a moment later.
 */
final class GuardedNames implements DnsResolver {
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] all = SystemDefaultDnsResolver.INSTANCE.resolve(host);
    InetAddress[] open = Arrays.stream(all).filter(Reach::open).toArray(InetAddress[]::new);
    if (open.length == 0) {
      throw new Closed();
    }
    return open;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
  }

  /** The name leads into a private network. */
  static final class Closed extends UnknownHostException {
    private static final long serialVersionUID = 1;

    Closed() {
      super("its name leads into a private network");
    }
  }
}
