package io.countersign.query;

import io.countersign.directory.Directory;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.link.Ballot;
import io.countersign.link.Ballots;
import io.countersign.link.Link;
import io.countersign.link.LinkToken;
import io.countersign.link.Polling;
import io.countersign.policy.Rules;
import io.countersign.request.Request;
import io.countersign.request.Vote;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Counters;
import io.countersign.store.Head;
import io.countersign.store.Reading;
import io.countersign.store.Store;
import java.time.InstantSource;
import java.util.Objects;

/**
 * What whoever has the link of a mail is shown, without a sign-in: what an approver needs for the
 * decision that the link is for, and nothing that the mail does not say but how others voted.
 */
final class LinkPage {
  private final Store store;
  private final Ballots ballots;
  private final InstantSource clock;

  LinkPage(Store store, Ballots ballots, InstantSource clock) {
    this.store = store;
    this.ballots = ballots;
    this.clock = clock;
  }

  HttpResponse inspect(HttpRequest http) {
    Fields body = http.fields();
    LinkToken token = body.typed("token", LinkToken::new);
    body.end();
    Link found = ballots.find(token.hash());
    Link link = found == null ? Link.NONE : found;
    // The same reads whether or not there is such a link.
    Ballot ballot = ballots.of(link.request(), link.person());
    Reading read =
        store.read(new Ask(null, link.request(), link.digest(), null, link.request().project()));
    Head head = read.head();
    Revision revision = read.revision();
    if (head == null || revision == null) {
      return Problem.linkVoid().response();
    }
    Counters counters = Objects.requireNonNull(read.counters(), "asked for");
    Rules rules = Objects.requireNonNull(store.rules(counters), "a request has its project");
    Directory directory = store.directory(counters);
    Request request = head.request();
    return ballot != null
            && new Polling(request, revision, rules, directory)
                .honours(link, ballot, clock.instant())
        ? HttpResponse.json(200, json(request, revision, directory, ballot))
        : Problem.linkVoid().response();
  }

  private static Json json(Request request, Revision revision, Directory directory, Ballot ballot) {
    return Answers.summary(request)
        .put("title", request.title())
        .put("author", Answers.actor(request.author(), directory::nameOf))
        .put("expiresAt", request.expiresAt())
        .put("changes", ChangesView.of(revision))
        .put("votes", Json.array(request.votes().values(), vote -> json(vote, directory)))
        .put("voter", Answers.actor(ballot.person(), directory::nameOf))
        .put("until", ballot.until())
        .build();
  }

  private static Json json(Vote vote, Directory directory) {
    return Json.object()
        .put("person", Answers.actor(vote.voter(), directory::nameOf))
        .put("decision", vote.decision().name())
        .build();
  }
}
