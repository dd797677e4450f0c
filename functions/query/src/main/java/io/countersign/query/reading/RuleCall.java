package io.countersign.query.reading;

import io.countersign.directory.Machine;
import io.countersign.directory.Person;
import io.countersign.directory.Subject;
import io.countersign.json.Json;
import io.countersign.project.ProjectId;
import io.countersign.rule.Edit;
import io.countersign.wire.DestinationJson;
import io.countersign.wire.PolicyJson;
import io.countersign.wire.ProjectJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The call that asks for an edit once more: what a form fills in, and what a revision sends. */
final class RuleCall {
  /** Said by the path and by If-Match. */
  private static final Set<String> APART = Set.of("id", "version");

  private RuleCall() {}

  /** Null of a channel: its credential is told to nobody, so nobody can send it once more. */
  static Json of(Edit edit) {
    if (hasCredential(edit)) {
      return new Json.Null();
    }
    boolean fresh = edit.before() == null;
    String all = collection(edit);
    // The API names a new policy.
    boolean named = !fresh || !(edit instanceof Edit.OfPolicy);
    Json.Builder call =
        Json.object()
            .put("method", edit.after() == null ? "DELETE" : named ? "PUT" : "POST")
            .put("path", named ? all + "/" + edit.thing().id() : all);
    Long version = before(edit);
    if (version != null) {
      call.put("ifMatch", "\"" + version + "\"");
    }
    if (edit.after() != null) {
      call.put("body", body(edit));
    }
    return call.build();
  }

  /** Nobody sees it again, so nobody can ask for it again. */
  private static boolean hasCredential(Edit edit) {
    return edit instanceof Edit.OfChannel
        || (edit instanceof Edit.OfDestination(_, _, var after)
            && !after.sink().credentials().isEmpty());
  }

  private static String collection(Edit edit) {
    return switch (edit) {
      case Edit.OfPerson _ -> "/v1/people";
      case Edit.OfMachine _ -> "/v1/machines";
      case Edit.OfGroup _ -> "/v1/groups";
      case Edit.OfProject _ -> "/v1/projects";
      case Edit.OfEnvironment _ -> in(edit, "environments");
      case Edit.OfBinding _ -> in(edit, "bindings");
      case Edit.OfRole _ -> in(edit, "roles");
      case Edit.OfDestination _ -> in(edit, "destinations");
      case Edit.OfChannel _ -> in(edit, "channels");
      case Edit.OfPolicy _ -> in(edit, "policies");
    };
  }

  private static String in(Edit edit, String sort) {
    ProjectId project = Objects.requireNonNull(edit.project(), "no thing of the directory");
    return "/v1/projects/" + project + "/" + sort;
  }

  private static @Nullable Long before(Edit edit) {
    return switch (edit) {
      case Edit.OfPerson(var before, _) -> before == null ? null : before.version();
      case Edit.OfMachine(var before, _) -> before == null ? null : before.version();
      case Edit.OfGroup(var before, _) -> before == null ? null : before.group().version();
      case Edit.OfProject(var before, _) -> before == null ? null : before.version();
      case Edit.OfEnvironment(_, var before, _) -> before == null ? null : before.version();
      case Edit.OfBinding(_, var before, _) -> before == null ? null : before.version();
      case Edit.OfRole(_, var before, _) -> before == null ? null : before.version();
      case Edit.OfDestination(_, var before, _) -> before == null ? null : before.version();
      case Edit.OfChannel(_, var before, _) -> before == null ? null : before.version();
      case Edit.OfPolicy(_, var before, _) -> before == null ? null : before.version();
    };
  }

  private static Json body(Edit edit) {
    return switch (edit) {
      case Edit.OfPerson(_, Person after) ->
          subject(
              Json.object()
                  .put("name", after.name())
                  .put("email", after.email())
                  .put("active", after.active()),
              after.subject());
      case Edit.OfMachine(_, Machine after) ->
          subject(
              Json.object()
                  .put("name", after.name())
                  .put("active", after.active())
                  .put("owners", Json.texts(after.owners())),
              after.subject());
      case Edit.OfGroup(_, var after) ->
          Json.object()
              .put("name", after.group().name())
              .put("members", Json.texts(after.people()))
              .build();
      case Edit.OfProject(_, var after) -> without(ProjectJson.write(after));
      case Edit.OfEnvironment(_, _, var after) -> without(ProjectJson.write(after));
      case Edit.OfBinding(_, _, var after) -> without(ProjectJson.write(is(after)));
      case Edit.OfRole(_, _, var after) -> without(ProjectJson.write(after));
      case Edit.OfDestination(_, _, var after) -> without(DestinationJson.write(after));
      case Edit.OfChannel _ -> throw new IllegalArgumentException("has a credential");
      case Edit.OfPolicy(_, _, var after) -> without(PolicyJson.write(is(after)));
    };
  }

  private static <T> T is(@Nullable T after) {
    return Objects.requireNonNull(after, "what is to go has no body");
  }

  private static Json subject(Json.Builder body, @Nullable Subject subject) {
    if (subject != null) {
      body.put(
          "subject",
          Json.object().put("issuer", subject.issuer()).put("subject", subject.subject()).build());
    }
    return body.build();
  }

  private static Json without(Json written) {
    Map<String, Json> said = new LinkedHashMap<>(((Json.Obj) written).members());
    said.keySet().removeAll(APART);
    return Json.object().putAll(said).build();
  }
}
