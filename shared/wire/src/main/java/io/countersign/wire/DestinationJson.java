package io.countersign.wire;

import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.name.PathGlob;
import io.countersign.project.Credential;
import io.countersign.project.Destination;
import io.countersign.project.DestinationId;
import io.countersign.project.EnvironmentId;
import io.countersign.project.Sink;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Destinations, as stored and as shown. */
public final class DestinationJson {
  private static final String SERVER = "server";
  private static final String CLUSTER = "cluster";
  private static final String CREDENTIALS = "credentials";

  private DestinationJson() {}

  /** Without the credentials themselves, which are nowhere but in Secrets Manager. */
  public static Json.Obj write(Destination destination) {
    Json.Builder json =
        Json.object()
            .put("id", destination.id().value())
            .put("type", destination.sink().kind().name())
            .put("environment", destination.environment().value())
            .put("path", destination.path().value());
    switch (destination.sink()) {
      case Sink.Parameters(String prefix, boolean whole) ->
          json.put("parameterPrefix", prefix).put("wholeDocument", whole);
      case Sink.Webhook(String url, boolean values, var events, var credentials) ->
          json.put("url", url)
              .put("values", values)
              .put("events", Json.texts(events))
              .put(CREDENTIALS, write(credentials));
      case Sink.KubernetesSecret secret -> {
        cluster(json, secret.cluster()).put("name", secret.name());
        json.put("keys", pairs(secret.keys()))
            .put("wholeDocumentAs", secret.whole())
            .put("labels", pairs(secret.labels()));
      }
      case Sink.ExternalSecret(Sink.Cluster cluster, String name) ->
          cluster(json, cluster).put("name", name);
      case Sink.Service(String cluster, String service) ->
          json.put(CLUSTER, cluster).put("service", service);
    }
    return json.put("version", destination.version()).build();
  }

  private static Json.Builder cluster(Json.Builder json, Sink.Cluster cluster) {
    json.put(SERVER, cluster.server())
        .put("ca", cluster.ca())
        .put("namespace", cluster.namespace());
    return switch (cluster.login()) {
      case Sink.Login.Bearer(List<Credential> credentials) ->
          json.put(CREDENTIALS, write(credentials));
      case Sink.Login.Eks(String name) -> json.put("eksCluster", name);
    };
  }

  private static Json pairs(Map<String, String> texts) {
    Json.Builder json = Json.object();
    texts.forEach(json::put);
    return json.build();
  }

  private static Json write(List<Credential> credentials) {
    return Json.array(
        credentials,
        each ->
            Json.object()
                .put("secretVersion", each.secretVersion())
                .put("lastFour", each.lastFour())
                .build());
  }

  public static Destination destination(Json stored) {
    Fields json = Fields.of(stored);
    return new Destination(
        json.typed("id", DestinationId::new),
        json.typed("environment", EnvironmentId::new),
        json.typed("path", PathGlob::new),
        sink(json),
        json.number("version"));
  }

  private static Sink sink(Fields json) {
    return switch (json.choice("type", Sink.Kind.class)) {
      case SSM ->
          new Sink.Parameters(json.text("parameterPrefix"), json.flagOr("wholeDocument", false));
      case WEBHOOK ->
          new Sink.Webhook(
              json.text("url"),
              json.flagOr("values", false),
              new TreeSet<>(json.typedList("events", word -> word)),
              credentials(json));
      case KUBERNETES ->
          new Sink.KubernetesSecret(
              cluster(json),
              json.text("name"),
              new TreeMap<>(json.textMap("keys")),
              json.optionalText("wholeDocumentAs"),
              new TreeMap<>(json.textMap("labels")));
      case EXTERNAL_SECRETS -> new Sink.ExternalSecret(cluster(json), json.text("name"));
      case ECS -> new Sink.Service(json.text(CLUSTER), json.text("service"));
    };
  }

  private static Sink.Cluster cluster(Fields json) {
    String eks = json.optionalText("eksCluster");
    return new Sink.Cluster(
        json.text(SERVER),
        json.text("ca"),
        json.text("namespace"),
        eks == null ? new Sink.Login.Bearer(credentials(json)) : new Sink.Login.Eks(eks));
  }

  private static List<Credential> credentials(Fields json) {
    return json.objects(CREDENTIALS).stream()
        .map(each -> new Credential(each.text("secretVersion"), each.text("lastFour")))
        .toList();
  }
}
