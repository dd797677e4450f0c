package io.countersign.explore.search;

import java.util.Arrays;

/** A list of numbers that grows. */
final class Ints {
  private int[] numbers = new int[1 << 10];
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size + size / 2);
    }
    numbers[size++] = number;
  }

  int get(int at) {
    return numbers[at];
  }

  int size() {
    return size;
  }
}
