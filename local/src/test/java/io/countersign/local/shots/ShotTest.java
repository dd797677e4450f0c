package io.countersign.local.shots;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShotTest {
  @Test
  void noPictureTakesThePlaceOfAnother() {
    assertThat(Shot.all()).extracting(Shot::name).doesNotHaveDuplicates();
  }
}
