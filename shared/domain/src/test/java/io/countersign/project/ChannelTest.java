package io.countersign.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.name.InvalidName;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ChannelTest {
  private static Channel in(Channel.Place place) {
    return new Channel(new ChannelId("team"), place, new Channel.Credential("version", "cdef"), 1);
  }

  @Test
  void itsPlaceSaysWhichChatItIsIn() {
    assertThat(in(new Channel.Place.Slack("C024BE91L")).kind()).isEqualTo(Channel.Kind.SLACK);
    assertThat(in(new Channel.Place.Teams("example.com")).kind()).isEqualTo(Channel.Kind.TEAMS);
  }

  @Test
  void anIdIsASlugAndIdsAreSorted() {
    assertThatExceptionOfType(InvalidName.class).isThrownBy(() -> new ChannelId("The team"));
    List<ChannelId> sorted = List.of(new ChannelId("aa"), new ChannelId("bb"), new ChannelId("cc"));
    assertThat(new TreeSet<>(sorted.reversed())).containsExactlyElementsOf(sorted);
  }
}
