package io.countersign.tests.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The secret values of all tests: each is nowhere else, so wherever one is found, or something from
 * which a guess of it could be checked, it has leaked.
 */
public final class Canaries {
  /** Begins every value. */
  public static final String MARK = "S3CRET-CANARY";

  /** The mark as it is, in hexadecimal, and in base64 at each of the three places in a group. */
  private static final Pattern SIGN =
      Pattern.compile(
          Stream.of(
                  Pattern.quote(MARK),
                  "(?i:" + HexFormat.of().formatHex(bytes(MARK)) + ")",
                  inner(0),
                  inner(1),
                  inner(2))
              .reduce((one, other) -> one + "|" + other)
              .orElseThrow());

  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{43}=?");

  /** SHA-256 of each value, in hexadecimal. */
  private static final Set<String> HASHES = ConcurrentHashMap.newKeySet();

  private Canaries() {}

  /** Remembers a value, alone and as a JSON string. */
  static String remembered(String value) {
    HASHES.add(sha256(value));
    HASHES.add(sha256('"' + value + '"'));
    return value;
  }

  /** What gives a value away in the text; empty when nothing does. */
  public static List<String> in(String text) {
    return Stream.concat(
            SIGN.matcher(text).results().map(MatchResult::group),
            Stream.concat(
                    HEX.matcher(text).results().map(MatchResult::group),
                    BASE64.matcher(text).results().map(MatchResult::group).map(Canaries::decoded))
                .filter(hash -> HASHES.contains(hash.toLowerCase(Locale.ROOT))))
        .toList();
  }

  /** What of the base64 of any text with the mark in it does not depend on what is around it. */
  private static String inner(int offset) {
    String encoded = Base64.getEncoder().encodeToString(bytes("?".repeat(offset) + MARK));
    int first = offset == 0 ? 0 : 4;
    return Pattern.quote(encoded.substring(first, (offset + MARK.length()) / 3 * 4));
  }

  private static String decoded(String base64) {
    String url = base64.replace('+', '-').replace('/', '_').replace("=", "");
    try {
      return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(url));
    } catch (IllegalArgumentException none) {
      return "";
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
