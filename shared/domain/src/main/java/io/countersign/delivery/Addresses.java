package io.countersign.delivery;

import java.util.regex.Pattern;

/**
 * Mail addresses in the words of others. Who may see what became of a mail need not see where it
 * goes (the address is for whoever writes the directory), so no reason is kept with one.
 */
public final class Addresses {
  private static final String SIGNS = "[^\\s\\p{Cntrl}<>()\\[\\]\"',;:@]+";
  private static final Pattern ADDRESS =
      Pattern.compile("(\"[^\"]*\"|" + SIGNS + ")@(\\[[^\\]]*\\]|" + SIGNS + ")");

  private Addresses() {}

  /** The same words with what looks like an address taken out. */
  public static String hidden(String words) {
    return ADDRESS.matcher(words).replaceAll("(address)");
  }
}
