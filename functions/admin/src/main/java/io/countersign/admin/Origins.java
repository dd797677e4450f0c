package io.countersign.admin;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The addresses that webhooks may have.
 *
 * @param patterns a scheme, a host and maybe a port each; {@code *} stands for any part of them
 */
record Origins(List<String> patterns) {
  /** Whether the address lies at one of them and names nobody to sign in as. */
  boolean allow(URI address) {
    if (address.getRawUserInfo() != null || address.getHost() == null) {
      return false;
    }
    String origin = address.getScheme() + "://" + address.getRawAuthority();
    return patterns.stream().anyMatch(each -> pattern(each).matcher(origin).matches());
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(
        Stream.of(text.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("[A-Za-z0-9.-]+")));
  }

  @Override
  public String toString() {
    return String.join(", ", patterns);
  }
}
