package io.countersign.admin;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.channel.FakeConditions;
import io.countersign.destination.FakeChecks;
import io.countersign.destination.Reach;
import io.countersign.name.SecretPrefix;
import io.countersign.store.FakeTables;
import io.countersign.store.Journal;
import io.countersign.store.Neighbours;
import io.countersign.store.Registry;
import io.countersign.store.Store;
import io.countersign.vault.FakeCredentials;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The handler on ports that are given; the bootstrap code is {@code code}. */
public final class AdminDoor {
  private AdminDoor() {}

  public static RequestStreamHandler handler(
      Store store, Registry registry, Journal journal, Neighbours neighbours) {
    return new AdminHandler(
        Wiring.router(
            store,
            registry,
            journal,
            neighbours,
            () -> "code",
            new Wiring.Managed(
                List.of(new SecretPrefix("prod/"), new SecretPrefix("more/")),
                List.of(new SecretPrefix("pending/")),
                List.of()),
            new Destinations.Delivery(
                new FakeCredentials(),
                new DestinationBody.Limits(List.of("/app/"), new Reach(List.of()), Map.of()),
                new FakeChecks(),
                _ -> {},
                (_, _) -> {}),
            new Channels.Chat(
                new FakeCredentials(), new FakeConditions(), (_, _) -> {}, new Origins(List.of())),
            new Replays.Past(new FakeTables(InstantSource.system()).trail(), List::size)));
  }
}
