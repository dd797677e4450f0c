package io.countersign.explore.realm;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How often each thing may still happen.
 *
 * @param packed four bits for each {@link Coin}
 */
public record Purse(long packed) {
  public static final Purse EMPTY = new Purse(0);
  private static final int BITS = 4;

  public static Purse of(Map<Coin, Integer> coins) {
    long packed = 0;
    for (Map.Entry<Coin, Integer> each : coins.entrySet()) {
      if (each.getValue() >= 1 << BITS) {
        throw new IllegalArgumentException("too many: " + each);
      }
      packed |= (long) each.getValue() << each.getKey().shift();
    }
    return new Purse(packed);
  }

  public boolean has(Coin coin) {
    return left(coin) > 0;
  }

  public int left(Coin coin) {
    return (int) (packed >> coin.shift()) & ((1 << BITS) - 1);
  }

  public Purse less(Coin coin) {
    if (!has(coin)) {
      throw new IllegalStateException("no " + coin + " left");
    }
    return new Purse(packed - (1L << coin.shift()));
  }

  /** With so many more of each that there is. */
  public Purse more(int number) {
    Map<Coin, Integer> all = new EnumMap<>(Coin.class);
    for (Coin coin : Coin.values()) {
      if (has(coin)) {
        all.put(coin, left(coin) + number);
      }
    }
    return of(all);
  }

  @Override
  public String toString() {
    return Stream.of(Coin.values())
        .filter(this::has)
        .map(each -> left(each) + " " + each.name().toLowerCase(java.util.Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
