package io.countersign.tests.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A project of a test's own: environment {@code prod}, Dan as developer, and a group of Amy and Bob
 * that bears the project's name.
 */
public record Scene(String project) {
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Without a policy, so nothing is protected. */
  public static Scene unprotected() {
    Scene scene = new Scene("scene-" + COUNT.incrementAndGet());
    Client ada = World.as(Person.ADA);
    made(ada.put(scene.path(""), Map.of("name", "A scene", "governance", "OPT_OUT")));
    made(ada.put(scene.path("/environments/prod"), Map.of("secretPrefix", scene.prefix())));
    made(ada.put(scene.path("/bindings/dan"), Map.of("role", "developer", "person", "dan")));
    made(ada.put("v1/groups/" + scene.project, scene.group("amy", "bob")));
    return scene;
  }

  /** With a policy on all of {@code prod} that asks for so many of the group. */
  public static Scene askingFor(int approvals) {
    Scene scene = unprotected();
    scene.policy(scene.policyBody(approvals));
    return scene;
  }

  /** The same with a policy on these terms besides. */
  public static Scene askingFor(int approvals, Map<String, ?> terms) {
    Scene scene = unprotected();
    Map<String, Object> policy = new TreeMap<>(scene.policyBody(approvals));
    policy.putAll(terms);
    scene.policy(policy);
    return scene;
  }

  /** The same, whose rules Ada and Bob may change, and only together. */
  public Scene governed() {
    Client ada = World.as(Person.ADA);
    made(ada.put(path("/bindings/bob"), Map.of("role", "admin", "person", "bob")));
    Answer closed = ada.edit(path(""), Map.of("name", "A scene", "governance", "POLICY"));
    assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
    return this;
  }

  /** Ada asks for these changes of its rules together. */
  public Proposal asksFor(Map<?, ?>... changes) {
    Map<String, Object> body =
        Map.of("project", project(), "message", "Why.", "changes", List.of(changes));
    Answer answer = World.as(Person.ADA).post("v1/governance-requests", body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    return Proposal.of(answer);
  }

  static Answer made(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer;
  }

  /** Path of something in the project. */
  public String path(String rest) {
    return "v1/projects/" + project + rest;
  }

  public String prefix() {
    return "prod/" + project + "/";
  }

  /** The body of the project's group. */
  public Map<String, Object> group(String... members) {
    return Map.of("name", "Approvers", "members", List.of(members));
  }

  public Map<String, Object> policyBody(int approvals) {
    return Map.of(
        "name",
        "Approvals",
        "targets",
        List.of(Map.of("environment", "prod")),
        "requirements",
        List.of(Map.of("approvals", approvals, "groups", List.of(project))));
  }

  /** What the names of the parameters begin with that its destination writes. */
  public String parameters() {
    return "/countersign/" + project + "/";
  }

  /** Has what is merged in {@code prod} written to parameters, too. */
  public Answer followed() {
    return World.as(Person.ADA)
        .put(
            path("/destinations/ssm"),
            Map.of("type", "SSM", "environment", "prod", "parameterPrefix", parameters()));
  }

  /** The body of a policy that asks for one of these people. */
  public Map<String, Object> asking(String... people) {
    Map<String, Object> body = new TreeMap<>(policyBody(1));
    body.put("requirements", List.of(Map.of("approvals", 1, "people", List.of(people))));
    return body;
  }

  /** Makes a policy and gives its path. */
  public String policy(Map<String, Object> body) {
    return path("/policies/")
        + made(World.as(Person.ADA).post(path("/policies"), body)).text("/id");
  }

  /** The name in AWS of the document at that path. */
  public String secret(String document) {
    return prefix() + document.substring(1);
  }

  /** Lets a document be there already. */
  public void holds(String document, String text) {
    World.SECRETS.create(secret(document), text);
  }

  /** The body of a submission of operations on one document of {@code prod}. */
  public Map<String, Object> submission(String document, Map<String, ?> operations) {
    return submission(List.of(change(document, operations)));
  }

  /** The body of a submission of operations on several documents. */
  public Map<String, Object> submission(List<Map<String, Object>> changes) {
    return Map.of("project", project, "title", "A change", "changes", changes);
  }

  /** Operations on one document of {@code prod}. */
  public static Map<String, Object> change(String document, Map<String, ?> operations) {
    Map<String, Object> change = new TreeMap<>(operations);
    change.put("environment", "prod");
    change.put("path", document);
    return change;
  }

  /** Dan proposes operations on several documents. */
  public Proposal proposesAll(List<Map<String, Object>> changes) {
    return Proposal.of(made(World.as(Person.DAN).post("v1/change-requests", submission(changes))));
  }

  /** Dan proposes to set one key. */
  public Proposal proposes(String document, String key, String value) {
    return proposes(document, Map.of("set", Map.of(key, value)));
  }

  /** Dan proposes operations. */
  public Proposal proposes(String document, Map<String, ?> operations) {
    return Proposal.of(
        made(World.as(Person.DAN).post("v1/change-requests", submission(document, operations))));
  }

  /** How many requests the project has. */
  public int requests() {
    return World.as(Person.ADA)
        .get("v1/change-requests?project=" + project)
        .body()
        .path("items")
        .size();
  }
}
