package io.countersign.faults.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.Chain;
import io.countersign.audit.Recorded;
import io.countersign.aws.table.Contents;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.revision.RequestId;
import io.countersign.waiting.Expected;
import io.countersign.wire.EventJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must be so of all requests whatever went wrong, once everybody has come who comes next. */
public final class Promises {
  private final Around around;
  private final Contents contents;
  private final Set<String> values;

  private Promises(Around around, Contents contents, Set<String> values) {
    this.around = around;
    this.contents = contents;
    this.values = values;
  }

  /** As it is now, when all has come to rest. */
  public static Promises of(Deployment deployment, Around around) {
    return new Promises(around, deployment.contents(), deployment.proposals.list().keySet());
  }

  public Contents contents() {
    return contents;
  }

  /** Holds one request against all of them. */
  public void check(RequestId id) {
    Contents.Kept kept = contents.request(id);
    replays(kept);
    published(kept);
    values(kept);
    waits(kept);
    noneAstray();
  }

  /** The state is what its events say, and their chain is whole. */
  private static void replays(Contents.Kept kept) {
    RequestId id = kept.request().id();
    @Nullable Request replayed = null;
    String hash = Chain.START;
    for (Recorded record : kept.events()) {
      assertThat(record.sound()).as("hash of event %s", record.sequence()).isTrue();
      assertThat(record.previous()).as("unbroken chain").isEqualTo(hash);
      Json.Obj text = JsonText.object(record.text());
      replayed = Requests.evolve(id, replayed, EventJson.event(text), at(text));
      hash = record.hash();
    }
    assertThat(replayed).as("replay of %s", id).isEqualTo(kept.request());
    assertThat(hash).as("head of the chain").isEqualTo(kept.head().hash());
  }

  /** Every event was published, none before its predecessors, and each time in the same words. */
  private void published(Contents.Kept kept) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Json.Obj detail : around.published()) {
      if (kept.request().id().toString().equals(text(detail, "request"))) {
        String sequence = detail.get("sequence") instanceof Json.Num(String n) ? n : "";
        String before = texts.putIfAbsent(sequence, detail.text());
        assertThat(before == null || before.equals(detail.text())).as(sequence).isTrue();
      }
    }
    assertThat(kept.cursor()).as("cursor").isEqualTo(kept.request().sequence());
    assertThat(texts.keySet())
        .as("published events of %s", kept.request().id())
        .containsExactlyElementsOf(numbered(kept));
  }

  /** The numbers of the events that go to the bus. */
  private static Iterable<String> numbered(Contents.Kept kept) {
    return kept.events().stream()
        .filter(
            each ->
                EventJson.published(
                    Objects.requireNonNull(text(JsonText.object(each.text()), "type"))))
        .map(each -> Long.toString(each.sequence()))
        .toList();
  }

  /** It is on the lists of those whom it waits for, and on no other. */
  private void waits(Contents.Kept kept) {
    assertThat(contents.waiting().getOrDefault(kept.request().id(), new TreeSet<>()))
        .as("on whose lists it is")
        .isEqualTo(Expected.of(kept.request(), kept.revision()));
  }

  /** Proposed values are there as long as somebody may need them, and no longer. */
  private void values(Contents.Kept kept) {
    RequestId id = kept.request().id();
    Stream<String> there = values.stream().filter(name -> name.startsWith(id + "/"));
    assertThat(there)
        .as("values of %s", kept.request().status())
        .containsExactlyInAnyOrderElementsOf(
            kept.request().status().ended()
                ? Set.<String>of()
                : Set.copyOf(kept.revision().partNames()));
  }

  /** No proposed values are there that belong to no request at all. */
  private void noneAstray() {
    assertThat(values)
        .as("values of requests that never were")
        .allMatch(name -> contents.requests().containsKey(owner(name)));
  }

  private static RequestId owner(String name) {
    return RequestId.parse(name.substring(0, name.indexOf('/')));
  }

  private static Instant at(Json.Obj record) {
    return Instant.parse(Objects.requireNonNull(text(record, "at")));
  }

  private static @Nullable String text(Json.Obj object, String name) {
    return object.get(name) instanceof Json.Str(String value) ? value : null;
  }
}
