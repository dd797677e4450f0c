package io.countersign.rule;

import io.countersign.project.Credential;
import io.countersign.project.Destination;
import io.countersign.project.Sink;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** What there is to say of a destination, fact by fact; what is not so is left out. */
final class DestinationDescription {
  private DestinationDescription() {}

  static void into(SequencedMap<String, Fact> facts, Destination destination) {
    switch (destination.sink()) {
      case Sink.Parameters(String prefix, boolean whole) -> {
        facts.put("Writes to", new Fact.Plain("SSM parameters under " + prefix));
        if (whole) {
          facts.put("Writes", new Fact.Plain("documents as a whole"));
        }
      }
      case Sink.Webhook webhook -> {
        facts.put("Posts to", new Fact.Plain(webhook.url()));
        facts.put("Sends values", new Fact.Plain(webhook.values() ? "yes" : "no"));
        facts.put(
            "Tells of requests", Fact.Several.of(webhook.events(), word -> word, "nothing more"));
      }
      case Sink.KubernetesSecret secret -> {
        cluster(facts, "Secret " + secret.name(), secret.cluster());
        facts.put("Keys", keys(secret));
        if (!secret.labels().isEmpty()) {
          facts.put("Labels", pairs(secret.labels(), "="));
        }
      }
      case Sink.ExternalSecret(Sink.Cluster cluster, String name) ->
          cluster(facts, "refresh of the ExternalSecret " + name, cluster);
      case Sink.Service(String cluster, String service) ->
          facts.put("Deploys anew", new Fact.Plain("service " + service + " of " + cluster));
    }
    facts.put("Takes", new Fact.Plain(destination.environment() + ":" + destination.path()));
    credentials(facts, destination.sink().credentials());
  }

  private static void cluster(SequencedMap<String, Fact> facts, String what, Sink.Cluster cluster) {
    facts.put(
        "Writes to",
        new Fact.Plain(
            "%s in namespace %s of %s".formatted(what, cluster.namespace(), cluster.server())));
    facts.put("Trusts", new Fact.Plain(cluster.ca()));
    if (cluster.login() instanceof Sink.Login.Eks(String name)) {
      facts.put("Signs in", new Fact.Plain("by its role, to the EKS cluster " + name));
    }
  }

  private static Fact keys(Sink.KubernetesSecret secret) {
    return secret.whole() == null
        ? pairs(secret.keys(), " as ")
        : new Fact.Plain("the whole document as " + secret.whole());
  }

  private static Fact pairs(Map<String, String> pairs, String between) {
    return Fact.Several.of(
        pairs.entrySet(), each -> each.getKey() + between + each.getValue(), "each under its own");
  }

  private static void credentials(SequencedMap<String, Fact> facts, List<Credential> credentials) {
    if (!credentials.isEmpty()) {
      facts.put("Credential", Fact.Several.of(credentials, Description::credential, "none"));
    }
  }
}
