package io.countersign.directory;

import io.countersign.name.InvalidName;

/** Who a token says it is: the issuer and its subject. Nothing else of a token is identity. */
public record Subject(String issuer, String subject) {
  public Subject {
    if (issuer.isBlank() || issuer.length() > 512) {
      throw new InvalidName("issuer", "1 to 512 characters");
    }
    if (subject.isBlank() || subject.length() > 255) {
      throw new InvalidName("subject", "1 to 255 characters");
    }
  }
}
