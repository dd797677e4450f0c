package io.countersign.query;

import io.countersign.directory.Directory;
import io.countersign.directory.Group;
import io.countersign.directory.GroupId;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.json.Json;
import io.countersign.query.reading.Insight;
import io.countersign.query.reading.Reader;
import io.countersign.wire.DirectoryJson;
import java.time.InstantSource;

/** People, groups, and who asks to join them. */
final class People {
  private final Reader reader;
  private final InstantSource clock;

  People(Reader reader, InstantSource clock) {
    this.reader = reader;
    this.clock = clock;
  }

  HttpResponse people(HttpRequest http) {
    Insight insight = reader.insight(http);
    return Lists.of(insight.directory().people().values(), each -> shown(each, insight));
  }

  HttpResponse person(HttpRequest http) {
    Insight insight = reader.insight(http);
    Person person = insight.directory().person(http.parameter("person", PersonId::new));
    return person == null
        ? Problem.notFound().response()
        : Lists.one(shown(person, insight), person.version());
  }

  HttpResponse joins(HttpRequest http) {
    return Lists.of(reader.joins(http, clock.instant()), DirectoryJson::write);
  }

  HttpResponse groups(HttpRequest http) {
    Directory directory = reader.directory(http);
    return Lists.of(directory.groups().values(), each -> shown(each, directory));
  }

  HttpResponse group(HttpRequest http) {
    Directory directory = reader.directory(http);
    Group group = directory.groups().get(http.parameter("group", GroupId::new));
    return group == null
        ? Problem.notFound().response()
        : Lists.one(shown(group, directory), group.version());
  }

  private static Json shown(Person person, Insight insight) {
    return insight.whole(person.id()) ? Answers.person(person) : Answers.named(person).build();
  }

  private static Json shown(Group group, Directory directory) {
    return Json.object()
        .put("id", group.id().value())
        .put("name", group.name())
        .put(
            "members",
            Json.array(
                directory.people().values().stream()
                    .filter(each -> each.groups().contains(group.id()))
                    .toList(),
                each -> Answers.actor(each.id(), directory::nameOf)))
        .build();
  }
}
