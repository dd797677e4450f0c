package io.countersign.query;

import io.countersign.channel.Condition;
import io.countersign.channel.Conditions;
import io.countersign.edge.command.ShownChannel;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.json.Json;
import io.countersign.policy.Rules;
import io.countersign.project.Channel;
import io.countersign.project.ChannelId;
import io.countersign.query.reading.Reader;
import io.countersign.store.Store;
import java.util.function.Function;

/** Channels, with how they are. */
final class Channels {
  private final Reader reader;
  private final Store store;
  private final Conditions conditions;

  Channels(Reader reader, Store store, Conditions conditions) {
    this.reader = reader;
    this.store = store;
    this.conditions = conditions;
  }

  HttpResponse list(HttpRequest http) {
    Rules rules = reader.project(http);
    return Lists.of(rules.channels(), shown(rules));
  }

  HttpResponse one(HttpRequest http) {
    ChannelId id = http.parameter("channel", ChannelId::new);
    Rules rules = reader.project(http);
    return Lists.find(
        rules.channels(),
        each -> each.id().equals(id),
        each -> Lists.one(shown(rules).apply(each), each.version()));
  }

  private Function<Channel, Json> shown(Rules rules) {
    var known = conditions.of(rules.project().id());
    var directory = store.directory();
    return channel ->
        new ShownChannel(channel, known.getOrDefault(channel.id(), Condition.NEW).of(channel))
            .json(directory::nameOf);
  }
}
