package io.countersign.notify;

import com.amazonaws.services.lambda.runtime.Context;
import io.countersign.delivery.Deliveries;
import io.countersign.delivery.FakeDeliveries;
import io.countersign.delivery.FakeMailer;
import io.countersign.delivery.Mail;
import io.countersign.delivery.Mailer;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.notify.letter.Links;
import io.countersign.request.Event;
import io.countersign.store.Head;
import io.countersign.store.ReadOnlyStore;
import io.countersign.wire.EventJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The real handler on fakes, and the events that wake it. */
final class Deployment {
  static final Instant NOW = Instant.parse("2026-03-02T12:00:05Z");

  /** The handler asks its context for nothing. */
  private static final Context NOTHING =
      (Context)
          Proxy.newProxyInstance(
              Context.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (_, method, _) -> {
                throw new AssertionError(method.getName());
              });

  final FakeMailer mailer = new FakeMailer();
  final Deliveries deliveries = new FakeDeliveries();
  Case story = Case.standard();
  Instant now = NOW;

  /** The events before the one that wakes it. */
  List<Event> said = List.of();

  /** Feeds the stored event; the messages that are to come again. */
  List<Json> wake() {
    return wake(stored(), mailer);
  }

  /** Feeds this event of the request. */
  List<Json> wake(Event event) {
    Json.Obj detail = EventJson.record(Case.REQUEST, said.size() + 3L, Case.AT, event);
    Json.Obj body =
        Json.object()
            .put("detail-type", EventJson.detailType(EventJson.word(event)))
            .put("source", "countersign")
            .put("detail", detail)
            .build();
    Json.Obj message = Json.object().put("messageId", "1").put("body", body.text()).build();
    Json.Obj batch = Json.object().put("Records", Json.array(List.of(message), it -> it)).build();
    return wake(batch.text(), mailer);
  }

  List<Json> wake(String batch, Mailer by) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream(batch.getBytes(StandardCharsets.UTF_8));
    new NotifyHandler(notices(by)).handleRequest(in, answer, NOTHING);
    Json.Obj json = JsonText.object(answer.toString(StandardCharsets.UTF_8));
    return json.get("batchItemFailures") instanceof Json.Arr(List<Json> items) ? items : List.of();
  }

  static String stored() {
    try {
      return Files.readString(Path.of("../../events/notify-submitted.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> addresses() {
    return mailer.sent().stream().map(Mail::to).toList();
  }

  private List<String> said(long after, int limit) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      texts.add(EventJson.record(Case.REQUEST, i + 1, Case.AT, said.get(i)).text());
    }
    return texts.stream().skip(after).limit(limit).toList();
  }

  private Notices notices(Mailer by) {
    return Wiring.notices(
        new ReadOnlyStore(
            new Head(story.state(), null, 1, "hash"),
            story.revision(),
            Case.rules(),
            story.directory()),
        (_, after, limit) -> said(after, limit),
        deliveries,
        by,
        new Links("https://countersign.example.com/"),
        () -> now);
  }
}
