package io.countersign.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.name.PathGlob;
import io.countersign.project.Credential;
import io.countersign.project.Destination;
import io.countersign.project.DestinationId;
import io.countersign.project.Sink;
import io.countersign.sample.Rulebook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DestinationDescriptionTest {
  private static final Credential KEY = new Credential("version-1", "cdef");

  private static List<String> said(Sink sink) {
    SequencedMap<String, Fact> facts = new LinkedHashMap<>();
    DestinationDescription.into(
        facts,
        new Destination(new DestinationId("there"), Rulebook.PROD, new PathGlob("/db/*"), sink, 1));
    return facts.entrySet().stream()
        .map(each -> each.getKey() + ": " + each.getValue().text())
        .toList();
  }

  @Test
  void parameters() {
    assertThat(said(new Sink.Parameters("/prod/", true)))
        .containsExactly(
            "Writes to: SSM parameters under /prod/",
            "Writes: documents as a whole",
            "Takes: prod:/db/*");
    assertThat(said(new Sink.Parameters("/prod/", false))).hasSize(2);
  }

  @Test
  void webhooks() {
    assertThat(
            said(
                new Sink.Webhook(
                    "https://example.com/x",
                    true,
                    new TreeSet<>(List.of("Merged", "Failed")),
                    List.of(KEY))))
        .containsExactly(
            "Posts to: https://example.com/x",
            "Sends values: yes",
            "Tells of requests: Failed, Merged",
            "Takes: prod:/db/*",
            "Credential: ends in cdef (version version-1)");
    assertThat(said(new Sink.Webhook("https://example.com/x", false, new TreeSet<>(), List.of())))
        .contains("Sends values: no", "Tells of requests: nothing more");
  }

  @Test
  void clusters() {
    Sink.Cluster cluster =
        new Sink.Cluster("https://cluster", "pem", "apps", new Sink.Login.Bearer(List.of(KEY)));
    assertThat(
            said(
                new Sink.KubernetesSecret(
                    cluster,
                    "app-{path}",
                    new TreeMap<>(Map.of("KEY", "key")),
                    null,
                    new TreeMap<>(Map.of("team", "payments")))))
        .containsExactly(
            "Writes to: Secret app-{path} in namespace apps of https://cluster",
            "Trusts: pem",
            "Keys: KEY as key",
            "Labels: team=payments",
            "Takes: prod:/db/*",
            "Credential: ends in cdef (version version-1)");
    assertThat(
            said(
                new Sink.KubernetesSecret(
                    cluster, "app", new TreeMap<>(), "config.json", new TreeMap<>())))
        .contains("Keys: the whole document as config.json");
    assertThat(
            said(
                new Sink.ExternalSecret(
                    new Sink.Cluster("https://cluster", "pem", "apps", new Sink.Login.Eks("main")),
                    "stripe")))
        .containsExactly(
            "Writes to: refresh of the ExternalSecret stripe in namespace apps of https://cluster",
            "Trusts: pem",
            "Signs in: by its role, to the EKS cluster main",
            "Takes: prod:/db/*");
  }

  @Test
  void services() {
    assertThat(said(new Sink.Service("apps", "shop")))
        .containsExactly("Deploys anew: service shop of apps", "Takes: prod:/db/*");
  }
}
