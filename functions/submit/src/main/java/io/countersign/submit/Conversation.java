package io.countersign.submit;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.edge.command.Answers;
import io.countersign.edge.command.Commands;
import io.countersign.edge.command.Situation;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.policy.Rules;
import io.countersign.request.Command;
import io.countersign.request.Request;
import io.countersign.revision.Revision;
import io.countersign.store.Store;
import java.util.List;

/** Comments on a request, and its withdrawal. */
final class Conversation {
  static final String COMMENT = "POST /v1/change-requests/{id}/comments";
  static final String WITHDRAW = "POST /v1/change-requests/{id}/withdraw";

  private final Commands commands;
  private final Store store;

  Conversation(Commands commands, Store store) {
    this.commands = commands;
    this.store = store;
  }

  HttpResponse comment(HttpRequest http) {
    Fields body = http.fields();
    String text = body.message("text");
    body.end();
    return commands.run(
        http,
        null,
        201,
        now -> new Command.Comment(now.actor(), text, now.revision(), access(now)),
        Conversation::answer);
  }

  HttpResponse withdraw(HttpRequest http) {
    Fields body = http.fields();
    String reason = body.messageOrEmpty("reason");
    body.end();
    return commands.run(
        http,
        null,
        200,
        now -> new Command.Withdraw(now.actor(), reason, access(now)),
        Conversation::answer);
  }

  private Access access(Situation now) {
    Rules rules = store.rules(now.request().id().project());
    return rules == null ? new Access(List.of(), List.of()) : rules.access();
  }

  private static Json answer(Request after, Revision revision, Actor actor) {
    return Answers.summary(after).put("sequence", after.sequence()).build();
  }
}
