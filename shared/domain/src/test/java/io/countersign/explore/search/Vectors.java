package io.countersign.explore.search;

import java.util.Arrays;

/** A set of vectors of equal width, numbered in the order in which they came; exact. */
final class Vectors {
  private static final int CHUNK = 1 << 14;

  private final int width;
  private int[][] chunks = new int[16][];
  private int[] table = new int[1 << 12];
  private int size;

  Vectors(int width) {
    this.width = width;
  }

  int size() {
    return size;
  }

  /** Its number; the size as it was before when it is new, otherwise less. */
  int add(int[] vector) {
    int mask = table.length - 1;
    int at = hash(vector) & mask;
    while (table[at] != 0) {
      int known = table[at] - 1;
      if (is(known, vector)) {
        return known;
      }
      at = (at + 1) & mask;
    }
    int number = size++;
    store(number, vector);
    table[at] = number + 1;
    if (size > table.length / 2) {
      grow();
    }
    return number;
  }

  int[] get(int number) {
    int from = (number % CHUNK) * width;
    return Arrays.copyOfRange(chunks[number / CHUNK], from, from + width);
  }

  private boolean is(int number, int[] vector) {
    int from = (number % CHUNK) * width;
    return Arrays.equals(chunks[number / CHUNK], from, from + width, vector, 0, width);
  }

  private void store(int number, int[] vector) {
    int chunk = number / CHUNK;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunks.length * 2);
    }
    if (number % CHUNK == 0) {
      chunks[chunk] = new int[CHUNK * width];
    }
    System.arraycopy(vector, 0, chunks[chunk], (number % CHUNK) * width, width);
  }

  private void grow() {
    int[] wider = new int[table.length * 2];
    int mask = wider.length - 1;
    for (int number = 0; number < size; number++) {
      int at = hash(get(number)) & mask;
      while (wider[at] != 0) {
        at = (at + 1) & mask;
      }
      wider[at] = number + 1;
    }
    table = wider;
  }

  private static int hash(int[] vector) {
    long hash = 0x9E3779B97F4A7C15L;
    for (int each : vector) {
      hash = (hash ^ each) * 0xBF58476D1CE4E5B9L;
      hash ^= hash >>> 29;
    }
    return (int) (hash ^ (hash >>> 32));
  }
}
