package io.countersign.vote;

import io.countersign.directory.Actor;
import io.countersign.edge.command.Answers;
import io.countersign.edge.command.Commands;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.request.Command;
import io.countersign.request.Request;
import io.countersign.revision.Revision;
import io.countersign.store.Store;

/** Takes note that an approver has looked at what was merged without their agreement (rule 7). */
final class Acknowledgements {
  static final String ROUTE = "POST /v1/change-requests/{id}/acknowledge";

  private final Commands commands;
  private final Store store;

  Acknowledgements(Commands commands, Store store) {
    this.commands = commands;
    this.store = store;
  }

  HttpResponse acknowledge(HttpRequest http) {
    Fields body = http.fields();
    String comment = body.messageOrEmpty("comment");
    body.end();
    return commands.run(
        http,
        null,
        200,
        now -> new Command.Acknowledge(now.actor(), comment, now.revision(), store.directory()),
        Acknowledgements::answer);
  }

  private static Json answer(Request after, Revision revision, Actor actor) {
    return Answers.summary(after).put("bypass", Answers.bypass(after, Answers.Names.IDS)).build();
  }
}
