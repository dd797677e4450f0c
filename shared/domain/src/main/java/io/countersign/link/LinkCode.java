package io.countersign.link;

import io.countersign.name.InvalidName;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The six digits that stand in a mail's text and not in its link; never printed either. */
public record LinkCode(String digits) {
  private static final Pattern FORM = Pattern.compile("[0-9]{6}");
  private static final int ALL = 1_000_000;

  public LinkCode {
    if (!FORM.matcher(digits).matches()) {
      throw new InvalidName("code", "the six digits that stand in the mail");
    }
  }

  /** A fresh one, with nothing to do with its link's token. */
  public static LinkCode from(RandomGenerator random) {
    return new LinkCode("%06d".formatted(random.nextInt(ALL)));
  }

  /**
   * What the table knows of it: HMAC-SHA-256 under the token, which the table does not have; so who
   * reads the table cannot try the million codes.
   */
  public String under(LinkToken token) {
    try {
      Mac hmac = Mac.getInstance("HmacSHA256");
      byte[] key = token.text().getBytes(StandardCharsets.UTF_8);
      hmac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of().formatHex(hmac.doFinal(digits.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  @Override
  public String toString() {
    return "LinkCode[]";
  }
}
