package io.countersign.local.people;

import java.time.Instant;

/** A bearer token for the API. */
public record AccessToken(String value, Instant expires) {
  boolean lastsUntil(Instant time) {
    return expires.isAfter(time);
  }

  @Override
  public String toString() {
    return "access token until " + expires;
  }
}
