package io.countersign.sample;

import io.countersign.name.PathGlob;
import io.countersign.project.Credential;
import io.countersign.project.Destination;
import io.countersign.project.DestinationId;
import io.countersign.project.Sink;
import io.countersign.property.Cases;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Destinations of every kind, with whatever they may hold. */
public final class AnyDestination {
  private static final List<String> WORDS = List.of("Submitted", "Merged", "Failed");

  private AnyDestination() {}

  public static Destination of(RandomGenerator random) {
    return new Destination(
        new DestinationId("to-" + random.nextInt(100)),
        Any.environment(random),
        Cases.oneOf(random, List.of(PathGlob.ALL, new PathGlob("/db/*"), new PathGlob("/*/x"))),
        sink(random),
        Any.number(random));
  }

  private static Sink sink(RandomGenerator random) {
    return switch (Cases.oneOf(random, List.of(Sink.Kind.values()))) {
      case SSM -> new Sink.Parameters("/" + Any.text(random) + "/", random.nextBoolean());
      case WEBHOOK ->
          new Sink.Webhook(
              "https://" + Any.text(random),
              random.nextBoolean(),
              new TreeSet<>(Any.list(random, 3, () -> Cases.oneOf(random, WORDS))),
              credentials(random));
      case KUBERNETES -> {
        boolean whole = random.nextBoolean();
        yield new Sink.KubernetesSecret(
            cluster(random),
            Any.text(random),
            whole ? new TreeMap<>() : texts(random),
            whole ? Any.text(random) : null,
            texts(random));
      }
      case EXTERNAL_SECRETS -> new Sink.ExternalSecret(cluster(random), Any.text(random));
      case ECS -> new Sink.Service(Any.text(random), Any.text(random));
    };
  }

  private static Sink.Cluster cluster(RandomGenerator random) {
    return new Sink.Cluster(
        Any.text(random),
        Any.text(random),
        Any.text(random),
        random.nextBoolean()
            ? new Sink.Login.Eks(Any.text(random))
            : new Sink.Login.Bearer(credentials(random)));
  }

  private static List<Credential> credentials(RandomGenerator random) {
    Credential first = new Credential(Any.text(random), Any.text(random));
    return random.nextBoolean()
        ? List.of(first)
        : List.of(first, new Credential(Any.text(random), Any.text(random)));
  }

  private static SortedMap<String, String> texts(RandomGenerator random) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      texts.put(Any.text(random), Any.text(random));
    }
    return texts;
  }
}
