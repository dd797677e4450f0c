package io.countersign.tests.permission;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import io.countersign.tests.stage.Amended;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One call of each operation, good in everything but perhaps in who makes it. */
final class Calls {
  /** Makes what is needed and calls. */
  interface Call {
    Answer by(Client client, Ground ground);
  }

  private static final String REQUESTS = "/v1/change-requests";
  private static final String REQUEST = REQUESTS + "/{id}";
  private static final String PROJECT = "/v1/projects/{project}";

  private final Map<String, Call> calls = new TreeMap<>();

  private Calls() {
    requests();
    access();
    governance();
    projects();
    policies();
    directory();
  }

  /** By operation, as the API's document names them. */
  static Map<String, Call> all() {
    return new Calls().calls;
  }

  private void requests() {
    post(
        REQUESTS,
        (client, ground) ->
            client.post(
                "v1/change-requests",
                ground.scene.submission(
                    "/" + ground.fresh(), Map.of("set", Map.of("KEY", Text.value())))));
    get(REQUESTS, ground -> "v1/change-requests?project=" + ground.scene.project());
    get(REQUESTS + "/counts", ground -> "v1/change-requests/counts");
    get(REQUEST, ground -> ground.read().path(""));
    get(REQUEST + "/events", ground -> ground.read().path("/events"));
    get(REQUEST + "/timeline", ground -> ground.read().path("/timeline"));
    get(REQUEST + "/moved", ground -> ground.read().path("/moved"));
    get(REQUEST + "/syncs", ground -> ground.read().path("/syncs"));
    get(REQUEST + "/deliveries", ground -> ground.read().path("/deliveries"));
    post(
        REQUEST + "/votes",
        (client, ground) -> {
          Proposal proposal = ground.open();
          return client.post(proposal.path("/votes"), proposal.ballot("APPROVE"));
        });
    post(
        REQUEST + "/merge",
        (client, ground) -> {
          Proposal proposal = ground.agreed();
          return client.post(proposal.path("/merge"), Map.of("digest", proposal.digest()));
        });
    get(
        REQUEST + "/revisions/{digest}",
        ground -> ground.read().path("/revisions/" + ground.read().digest()));
    post(
        REQUEST + "/revert",
        (client, ground) -> client.post(ground.merged().path("/revert"), Map.of()));
    post(REQUEST + "/revisions", (client, ground) -> Amended.rebase(ground.open()).by(client));
    post(
        REQUEST + "/bypass",
        (client, ground) -> {
          Proposal proposal = ground.urgent();
          return client.post(
              proposal.path("/bypass"), Map.of("digest", proposal.digest(), "reason", Ground.WHY));
        });
    post(
        REQUEST + "/acknowledge",
        (client, ground) -> {
          Answer answer = client.post(ground.bypassed().path("/acknowledge"), Map.of());
          if (answer.status() < 300) {
            ground.reviewed();
          }
          return answer;
        });
    for (String way : List.of("finish", "undo")) {
      post(
          REQUEST + "/" + way,
          (client, ground) ->
              client.post(
                  ground.failed().path("/" + way), Map.of("digest", ground.failed().digest())));
    }
    post(
        REQUEST + "/reveal",
        (client, ground) -> {
          Proposal proposal = ground.open();
          String document = ground.last();
          return client.post(
              proposal.path("/reveal"),
              Map.of("environment", "prod", "path", document, "key", "KEY"));
        });
    post(
        REQUEST + "/withdraw",
        (client, ground) -> client.post(ground.open().path("/withdraw"), Map.of()));
    post(
        REQUEST + "/comments",
        (client, ground) -> client.post(ground.open().path("/comments"), Map.of("text", "Why?")));
    get("/v1/audit", ground -> "v1/audit?project=" + ground.scene.project());
  }

  private void access() {
    post(
        "/v1/access-requests",
        (client, ground) -> client.post("v1/access-requests", ground.asking()));
    post(
        "/v1/access-requests/{id}/revisions",
        (client, ground) -> {
          Proposal proposal = ground.asked();
          Map<String, Object> body = new TreeMap<>(ground.asking());
          body.remove("project");
          body.put("digest", proposal.digest());
          return client.post("v1/access-requests/" + proposal.id() + "/revisions", body);
        });
    get("/v1/grants", ground -> "v1/grants?project=" + ground.scene.project());
    post(
        "/v1/grants/{id}/revoke",
        (client, ground) ->
            client.post("v1/grants/" + ground.granted().id() + "/revoke", Map.of()));
  }

  private void governance() {
    post(
        "/v1/governance-requests",
        (client, ground) -> client.post("v1/governance-requests", ground.ruling()));
    post(
        "/v1/governance-requests/{id}/revisions",
        (client, ground) -> {
          Proposal proposal = ground.ruled();
          return client.post(
              "v1/governance-requests/" + proposal.id() + "/revisions",
              Map.of("digest", proposal.digest(), "base", "PRESENT"));
        });
    get(REQUEST + "/impact", ground -> ground.ruled().path("/impact"));
    get(PROJECT + "/governance", ground -> ground.scene.path("/governance"));
  }

  private void projects() {
    get("/v1/projects", ground -> "v1/projects");
    get(PROJECT, ground -> ground.scene.path(""));
    put(
        PROJECT,
        (client, ground) ->
            client.put(
                "v1/projects/" + ground.scene.project() + "-" + ground.fresh(),
                Map.of("name", "Another", "governance", "OPT_OUT")));
    get(PROJECT + "/environments", ground -> ground.scene.path("/environments"));
    get(PROJECT + "/environments/{environment}", ground -> ground.scene.path("/environments/prod"));
    put(
        PROJECT + "/environments/{environment}",
        (client, ground) -> {
          String name = ground.fresh();
          return client.put(
              ground.scene.path("/environments/" + name),
              Map.of("secretPrefix", "staging/" + ground.scene.project() + "-" + name + "/"));
        });
    get(
        PROJECT + "/environments/{environment}/documents",
        ground -> ground.scene.path("/environments/prod/documents"));
    post(
        PROJECT + "/environments/{environment}/documents/reveal",
        (client, ground) ->
            client.post(
                ground.scene.path("/environments/prod/documents/reveal"),
                Map.of("path", Ground.DOCUMENT, "key", "KEY")));
    get(PROJECT + "/bindings", ground -> ground.scene.path("/bindings"));
    get(PROJECT + "/bindings/{binding}", ground -> ground.scene.path("/bindings/dan"));
    put(
        PROJECT + "/bindings/{binding}",
        (client, ground) ->
            client.put(
                ground.scene.path("/bindings/" + ground.fresh()),
                Map.of("role", Caller.DIRECTORY.id(), "person", "bob")));
    delete(
        PROJECT + "/bindings/{binding}",
        ground -> {
          String path = ground.scene.path("/bindings/" + ground.fresh());
          Ground.made(
              World.as(Person.ADA)
                  .put(path, Map.of("role", Caller.DIRECTORY.id(), "person", "bob")));
          return path;
        });
    get(PROJECT + "/roles", ground -> ground.scene.path("/roles"));
    get(PROJECT + "/roles/{role}", ground -> ground.scene.path("/roles/viewer"));
    put(
        PROJECT + "/roles/{role}",
        (client, ground) ->
            client.put(
                ground.scene.path("/roles/" + ground.fresh()),
                Map.of("permissions", List.of("directory:write"))));
    get(PROJECT + "/destinations", ground -> ground.scene.path("/destinations"));
    get(PROJECT + "/destinations/{destination}", Calls::destination);
    get(PROJECT + "/destinations/{destination}/syncs", ground -> destination(ground) + "/syncs");
    post(
        PROJECT + "/destinations/{destination}/test",
        (client, ground) -> client.post(destination(ground) + "/test", Map.of()));
    post(
        PROJECT + "/destinations/{destination}/sync",
        (client, ground) -> client.post(destination(ground) + "/sync", Map.of()));
    put(
        PROJECT + "/destinations/{destination}",
        (client, ground) -> {
          String path = ground.scene.path("/destinations/" + ground.fresh());
          return client.put(path, shipped(path));
        });
    post(
        PROJECT + "/replays",
        (client, ground) ->
            client.post(
                ground.scene.path("/replays"),
                Map.of("from", Instant.now().minusSeconds(1).toString())));
    channels();
  }

  private static String destination(Ground ground) {
    String path = ground.scene.path("/destinations/" + ground.fresh());
    Ground.made(World.as(Person.ADA).put(path, shipped(path)));
    return path;
  }

  private void channels() {
    String channel = PROJECT + "/channels/{channel}";
    get(PROJECT + "/channels", ground -> ground.scene.path("/channels"));
    get(channel, Ground::channel);
    put(
        channel,
        (client, ground) ->
            client.put(ground.scene.path("/channels/" + ground.fresh()), Ground.slack()));
    post(channel + "/test", (client, ground) -> client.post(ground.channel() + "/test", Map.of()));
    post(
        channel + "/confirm",
        (client, ground) -> {
          String path = ground.channel();
          World.as(Person.ADA).post(path + "/test", Map.of());
          return client.post(path + "/confirm", Map.of());
        });
  }

  private static Map<String, Object> shipped(String path) {
    return Map.of(
        "type",
        "SSM",
        "environment",
        "prod",
        "parameterPrefix",
        "/countersign/" + path.replace('/', '-') + "/");
  }

  private void policies() {
    String policies = PROJECT + "/policies";
    get(policies, ground -> ground.scene.path("/policies"));
    post(policies, (client, ground) -> client.post(ground.scene.path("/policies"), narrow(ground)));
    get(policies + "/{policy}", ground -> policy(ground));
    put(policies + "/{policy}", (client, ground) -> edit(client, made(ground), narrow(ground)));
    delete(policies + "/{policy}", ground -> made(ground));
    get(policies + "/{policy}/versions", ground -> policy(ground) + "/versions");
    get(
        policies + "/effective",
        ground -> ground.scene.path("/policies/effective?environment=prod&path=/known"));
  }

  private static String policy(Ground ground) {
    return ground.scene.path("/policies/" + ground.policy);
  }

  /** A policy to be written over or removed. */
  private static String made(Ground ground) {
    return ground.scene.policy(narrow(ground));
  }

  private static Map<String, Object> narrow(Ground ground) {
    Map<String, Object> body = new TreeMap<>(ground.scene.policyBody(1));
    body.put(
        "targets", List.of(Map.of("environment", "prod", "path", "/narrow/" + ground.fresh())));
    return body;
  }

  private void directory() {
    get("/v1/me", ground -> "v1/me");
    get("/v1/people", ground -> "v1/people");
    get("/v1/people/{person}", ground -> "v1/people/dan");
    put(
        "/v1/people/{person}",
        (client, ground) ->
            client.put(
                "v1/people/" + ground.scene.project() + "-" + ground.fresh(),
                Map.of("name", "New", "email", "new@example.com")));
    get("/v1/machines", ground -> "v1/machines");
    get("/v1/machines/{machine}", ground -> "v1/machines/robot");
    put(
        "/v1/machines/{machine}",
        (client, ground) ->
            client.put(
                "v1/machines/" + ground.scene.project() + "-" + ground.fresh(),
                Map.of("name", "New", "owners", List.of("bob"))));
    get("/v1/groups", ground -> "v1/groups");
    get("/v1/groups/{group}", ground -> "v1/groups/" + ground.scene.project());
    put(
        "/v1/groups/{group}",
        (client, ground) ->
            client.put(
                "v1/groups/" + ground.scene.project() + "-" + ground.fresh(),
                Map.of("name", "New", "members", List.of("bob"))));
    get("/v1/joins", ground -> "v1/joins");
    post("/v1/join", (client, ground) -> client.post("v1/join", Map.of("name", "Me")));
    get("/v1/bootstrap", ground -> "v1/bootstrap");
    post(
        "/v1/bootstrap",
        (client, ground) ->
            client.post(
                "v1/bootstrap",
                Map.of("code", "guessed", "id", "me", "name", "Me", "email", "me@example.com")));
  }

  private interface Place {
    String in(Ground ground);
  }

  private void get(String path, Place place) {
    calls.put("GET " + path, (client, ground) -> client.get(place.in(ground)));
  }

  private void post(String path, Call call) {
    calls.put("POST " + path, call);
  }

  private void put(String path, Call call) {
    calls.put("PUT " + path, call);
  }

  private void delete(String path, Place place) {
    calls.put(
        "DELETE " + path,
        (client, ground) -> client.with("If-Match", "\"1\"").delete(place.in(ground)));
  }

  /** Edits with the tag that an admin sees, so that nobody fails for want of reading. */
  private static Answer edit(Client client, String path, Object body) {
    return client.with("If-Match", "\"1\"").put(path, body);
  }
}
