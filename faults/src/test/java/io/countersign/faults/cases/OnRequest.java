package io.countersign.faults.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.aws.table.Contents;
import io.countersign.document.Document;
import io.countersign.edge.http.Calls;
import io.countersign.faults.Case;
import io.countersign.faults.deployed.Deployment;
import io.countersign.faults.deployed.Documents;
import io.countersign.faults.deployed.Given;
import io.countersign.faults.deployed.Promises;
import io.countersign.faults.deployed.Said;
import io.countersign.json.Json;
import io.countersign.name.DocumentPath;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.proposal.DocumentChange;
import io.countersign.proposal.Found;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.Digest;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.sample.Rulebook;
import io.countersign.store.Ask;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A command on one request of Ann's, which sets a key in each of its documents. */
abstract class OnRequest implements Case {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String BASE = "POST /v1/change-requests";

  final Deployment deployment;
  final Documents documents;

  /** Names everything of this run. */
  final String name = "run-" + COUNT.incrementAndGet();

  private final EnvironmentId environment;
  private final Set<String> disturbed = new HashSet<>();
  private final Map<String, Found> found = new TreeMap<>();
  private @Nullable RequestId id;
  private @Nullable Digest digest;

  OnRequest(Deployment deployment, EnvironmentId environment) {
    this.deployment = deployment;
    this.environment = environment;
    documents = new Documents(deployment.cloud.secrets);
  }

  /** It is about a document that is there. */
  final OnRequest on(String word) {
    found.put(word, documents.make(id(word), secret(word)));
    return this;
  }

  /** It is about a document that is not there yet. */
  final OnRequest onNew(String word) {
    DocumentBase none = new DocumentBase(id(word), null, null);
    found.put(word, new Found(none, Document.EMPTY));
    return this;
  }

  /** The document has another version since, and the first one still. */
  final OnRequest rewritten(String word) {
    documents.keep(secret(word), Objects.requireNonNull(base(word).versionId()));
    documents.write(secret(word), "newer");
    return this;
  }

  final DocumentId id(String word) {
    return new DocumentId(environment, DocumentPath.of(path(word)));
  }

  /** What a document was when the request was made. */
  final DocumentBase base(String word) {
    return Objects.requireNonNull(found.get(word)).base();
  }

  final String path(String word) {
    return "/" + name + "/" + word;
  }

  final String secret(String word) {
    return environment + path(word);
  }

  /** What is proposed. */
  final String value() {
    return "value-of-" + name;
  }

  final Json.Builder document(String word) {
    return Json.object().put("environment", environment.value()).put("path", path(word));
  }

  // What people do.

  final Said submits(@Nullable String key, Function<String, Json> change) {
    Json.Builder body =
        Json.object()
            .put("project", Rulebook.PAYMENTS.value())
            .put("title", name)
            .put("changes", Json.array(found.keySet(), change));
    return http(deployment.submit, Calls.to(BASE).by("ann"), key, body);
  }

  static Json sets(String value) {
    return Json.object().put("PASSWORD", value).build();
  }

  /** What the request asks of a document. */
  DocumentChange change(String word) {
    return new DocumentChange.OfKeys(
        word,
        id(word),
        new TreeMap<>(Map.of("PASSWORD", value())),
        new TreeSet<>(),
        new TreeMap<>());
  }

  /** The request, to be there before. */
  final Given given() {
    return given(Instant.now());
  }

  /** The same, as made then. */
  final Given given(Instant at) {
    Map<DocumentChange, Found> changes = new LinkedHashMap<>();
    found.forEach((word, there) -> changes.put(change(word), there));
    return Given.submitted(deployment, name, changes, at);
  }

  /** Lets it be there, open. */
  final OnRequest submitted() {
    return on(given().there());
  }

  /** Lets it be there, approved by Bob. */
  final OnRequest approved() {
    return on(given().approved().there());
  }

  final OnRequest on(Revision revision) {
    id = revision.request();
    digest = revision.digest();
    return this;
  }

  final Said votes(@Nullable String key, String decision) {
    return by("bob", deployment.vote, "votes", key, vote(decision));
  }

  final Json.Builder vote(String decision) {
    return digest().put("decision", decision).put("comment", decision);
  }

  final Said merges(String what, @Nullable String key) {
    return by("ann", deployment.merge, what, key, digest());
  }

  /** What the approvers see. */
  final Digest seen() {
    return Objects.requireNonNull(digest, "not submitted yet");
  }

  final Json.Builder digest() {
    return Json.object().put("digest", seen().hex());
  }

  final Said by(
      String who,
      RequestStreamHandler function,
      String what,
      @Nullable String key,
      Json.Builder body) {
    Calls call = Calls.to(BASE + "/{id}/" + what).with("id", id().toString()).by(who);
    return http(function, call, key, body);
  }

  final Said http(
      RequestStreamHandler function, Calls call, @Nullable String key, Json.Builder body) {
    Calls with = call.body(body.build().text());
    return Said.http(function, key == null ? with : with.header("idempotency-key", name + key));
  }

  /** What was done before, and is none of the command under test. */
  static Said first(Said said) {
    assertThat(said.well()).as("before: %s", said).isTrue();
    return said;
  }

  // What came of it.

  /** Where it stands just now. */
  final Status status() {
    return Objects.requireNonNull(deployment.store.read(Ask.state(id())).head()).request().status();
  }

  final RequestId id() {
    return Objects.requireNonNull(id, "not submitted yet");
  }

  /** The request there is, or null while there is none; two of one submission are one too many. */
  final @Nullable Request found(Contents contents) {
    List<Request> all =
        contents.requests().values().stream()
            .map(Contents.Kept::request)
            .filter(each -> each.title().equals(name))
            .toList();
    assertThat(all).as("requests of one submission").hasSizeLessThan(2);
    return all.isEmpty() ? null : all.getFirst();
  }

  /** Its status, once there is one. */
  final @Nullable String made(Contents contents) {
    Request request = found(contents);
    return request == null ? null : request.status().name();
  }

  /** Lets the one be there that was just asked for. */
  final void asked(Said said) {
    first(said);
    Request request = present(deployment.contents());
    on(
        Objects.requireNonNull(
            deployment.store.revision(request.id(), request.digest()), "its revision"));
  }

  final Request present(Contents contents) {
    return Objects.requireNonNull(found(contents), name);
  }

  /** Its status, once it is not open any more. */
  final @Nullable String ended(Contents contents) {
    Status status = present(contents).status();
    return status == Status.OPEN ? null : status.name();
  }

  @Override
  public void disturb() {
    for (String word : found.keySet()) {
      documents.disturb(secret(word));
      disturbed.add(word);
    }
  }

  @Override
  public void drop() {
    if (id != null) {
      deployment.forget(id);
      found.keySet().forEach(word -> documents.remove(secret(word)));
    }
  }

  @Override
  public void check(Promises promises) {
    Request request = present(promises.contents());
    promises.check(request.id());
    for (String word : found.keySet()) {
      String text = documents.text(secret(word));
      holds(word, text, request.status(), merges(promises.contents()));
      assertThat(Documents.disturbed(text))
          .as("what others wrote at %s", word)
          .isEqualTo(disturbed.contains(word));
      if (text != null) {
        documents.remove(secret(word));
      }
    }
  }

  /** What it begins with and the change; one that is taken back is one more, and so are others'. */
  private int most(long merges) {
    return (int) (2 * merges) + (disturbed.isEmpty() ? 0 : 3);
  }

  /** How often a merge was begun. */
  private long merges(Contents contents) {
    return contents.request(present(contents).id()).events().stream()
        .filter(each -> each.text().contains("\"type\":\"Merge Started\""))
        .count();
  }

  /** The document holds the change, in one version unless others wrote meanwhile, or does not. */
  void holds(String word, @Nullable String text, Status status, long merges) {
    if (status == Status.MERGED || status == Status.BYPASSED) {
      assertThat(text).as(word).contains(value());
      assertThat(documents.versions(secret(word)))
          .as("versions of %s", word)
          .isBetween(2, most(merges));
    } else {
      assertThat(text == null || !text.contains(value())).as(word).isTrue();
    }
  }
}
