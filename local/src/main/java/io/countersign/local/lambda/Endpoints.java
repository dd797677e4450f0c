package io.countersign.local.lambda;

import java.net.URI;
import java.util.Map;

/**
 * Where functions reach AWS.
 *
 * @param mail where they reach SES
 */
public record Endpoints(URI aws, URI mail) {
  /** Everything at one address. */
  public static Endpoints all(URI address) {
    return new Endpoints(address, address);
  }

  /** The same but for mail. */
  Endpoints at(URI otherAws) {
    return new Endpoints(otherAws, mail);
  }

  /** The variables that AWS's clients read. */
  Map<String, String> variables() {
    return Map.of("AWS_ENDPOINT_URL", aws.toString(), "AWS_ENDPOINT_URL_SESV2", mail.toString());
  }
}
