package io.countersign.admin;

import io.countersign.channel.FakeConditions;
import io.countersign.destination.FakeChecks;
import io.countersign.destination.Reach;
import io.countersign.sample.Proposals;
import io.countersign.store.FakeTables;
import io.countersign.vault.FakeCredentials;
import java.util.List;
import java.util.Map;

/** A deployment that nobody has a channel or a destination in. */
final class Silence {
  private Silence() {}

  static Channels.Chat chat() {
    return new Channels.Chat(
        new FakeCredentials(), new FakeConditions(), (_, _) -> {}, new Origins(List.of()));
  }

  static Destinations.Delivery delivery() {
    return new Destinations.Delivery(
        new FakeCredentials(),
        new DestinationBody.Limits(List.of("/countersign/"), new Reach(List.of()), Map.of()),
        new FakeChecks(),
        _ -> {},
        (_, _) -> {});
  }

  static Replays.Past past() {
    return new Replays.Past(new FakeTables(() -> Proposals.NOON).trail(), List::size);
  }
}
