package io.countersign.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.name.InvalidName;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelTest {
  private static Channel in(Channel.Place place) {
    return new Channel(new ChannelId("team"), place, new Credential("version", "cdef"), 1);
  }

  @Test
  void itsPlaceSaysWhichChatItIsIn() {
    assertThat(in(new Channel.Place.Slack("C024BE91L")).kind()).isEqualTo(Channel.Kind.SLACK);
    assertThat(in(new Channel.Place.Teams("example.com")).kind()).isEqualTo(Channel.Kind.TEAMS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "Team", "a b", "a/b", "é1"})
  void anIdOfAnotherFormIsRefused(String text) {
    assertThatExceptionOfType(InvalidName.class).isThrownBy(() -> new ChannelId(text));
  }

  @Test
  void channelsAreSortedByTheirIds() {
    assertThat(Stream.of("team", "alerts", "ops").map(ChannelId::new).sorted())
        .containsExactly(new ChannelId("alerts"), new ChannelId("ops"), new ChannelId("team"));
  }
}
