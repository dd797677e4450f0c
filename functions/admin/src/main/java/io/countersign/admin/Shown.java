package io.countersign.admin;

import io.countersign.directory.Person;
import io.countersign.json.Json;

/** People as an answer shows them. */
final class Shown {
  private Shown() {}

  static Json person(Person person) {
    return Json.object()
        .put("id", person.id().value())
        .put("name", person.name())
        .put("email", person.email())
        .put("bound", person.subject() != null)
        .put("active", person.active())
        .put("groups", Json.texts(person.groups()))
        .build();
  }
}
