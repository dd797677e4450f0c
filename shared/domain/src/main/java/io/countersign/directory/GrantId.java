package io.countersign.directory;

/** A grant's name: the id of the request that it came from. */
public record GrantId(String value) implements Comparable<GrantId> {
  @Override
  public int compareTo(GrantId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
