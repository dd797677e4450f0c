package io.countersign.sync.webhook;

import io.countersign.channel.Poster;
import io.countersign.destination.Lane;
import io.countersign.destination.Reach;
import io.countersign.json.Json;
import io.countersign.name.Token;
import io.countersign.project.Credential;
import io.countersign.project.Destination;
import io.countersign.project.Sink;
import io.countersign.sync.Connector;
import io.countersign.sync.Later;
import io.countersign.sync.Load;
import io.countersign.sync.Pushed;
import io.countersign.vault.Credentials;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Posts signed JSON. The headers are those of Standard Webhooks, so that its libraries can check
 * them; besides these there are the ids of the keys, in the order of the signatures.
 */
public final class Webhooks implements Connector {
  private static final int ABREAST = 16;
  private static final int SUCCESS = 2;
  private static final int HUNDRED = 100;

  private final Poster poster;
  private final Credentials credentials;
  private final Reach reach;
  private final InstantSource clock;

  public Webhooks(Poster poster, Credentials credentials, Reach reach, InstantSource clock) {
    this.poster = poster;
    this.credentials = credentials;
    this.reach = reach;
    this.clock = clock;
  }

  @Override
  public int abreast() {
    return ABREAST;
  }

  /** Each version has an id of its own, by which whoever gets it twice knows it. */
  @Override
  public Pushed bring(Load load) {
    Lane lane = load.place().lane();
    String id = Token.of(lane.toString(), load.place().document().toString(), load.versionId());
    Json.Builder json =
        Json.object()
            .put("id", id)
            .put("type", "Secrets Changed")
            .put("project", lane.project().value())
            .put("destination", lane.destination().value())
            .put("environment", load.place().document().environment().value())
            .put("path", load.place().document().path().value())
            .put("arn", load.arn())
            .put("versionId", load.versionId())
            .put("deleted", load.gone())
            .put("requests", Json.texts(load.requests()));
    if (hook(load.destination()).values()) {
      json.put("content", load.document().text());
    }
    tell(lane, load.destination(), id, json.build().text());
    return Pushed.whole(load.versionId());
  }

  @Override
  public @Nullable String test(Lane lane, Destination destination) {
    String id = Token.of("test", lane.toString(), clock.instant().toString());
    Json.Builder json =
        Json.object()
            .put("id", id)
            .put("type", "Test")
            .put("project", lane.project().value())
            .put("destination", lane.destination().value());
    tell(lane, destination, id, json.build().text());
    return null;
  }

  /**
   * Posts an event's text.
   *
   * @throws Later unless the other side says that it has it
   */
  public void tell(Lane lane, Destination destination, String id, String json) {
    Sink.Webhook hook = hook(destination);
    URI address = URI.create(hook.url());
    String problem = reach.problem(address);
    if (problem != null) {
      throw new Later("its address " + problem);
    }
    Instant now = clock.instant();
    List<Signature> signatures = new ArrayList<>();
    for (Credential credential : hook.credentials()) {
      signatures.add(Signature.of(credential, key(lane, credential), id, now, json));
    }
    Poster.Answer answer = poster.post(address, headers(id, now, signatures), json);
    if (answer.status() / HUNDRED != SUCCESS) {
      throw new Later(
          "it answered " + answer.status(), Duration.ofSeconds(Math.max(0, answer.retryAfter())));
    }
  }

  private static Map<String, String> headers(String id, Instant now, List<Signature> signatures) {
    return Map.of(
        "webhook-id", id,
        "webhook-timestamp", Long.toString(now.getEpochSecond()),
        "webhook-signature", String.join(" ", signatures.stream().map(Signature::text).toList()),
        "countersign-key-ids", String.join(" ", signatures.stream().map(Signature::key).toList()));
  }

  private byte[] key(Lane lane, Credential credential) {
    String text =
        credentials.read(lane.project(), lane.destination().value(), credential.secretVersion());
    if (text == null) {
      throw new Later("its signing key is not in Secrets Manager any more");
    }
    return Sink.Webhook.key(text);
  }

  private static Sink.Webhook hook(Destination destination) {
    return (Sink.Webhook) destination.sink();
  }
}
