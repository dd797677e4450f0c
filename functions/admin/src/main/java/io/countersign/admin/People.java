package io.countersign.admin;

import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.directory.Subject;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.HttpRequest;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.rule.Edit;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Writes people. */
final class People {
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"(),:;\\\\]{1,64}@[A-Za-z0-9.-]{1,190}");

  private final Subjects subjects;

  People(Subjects subjects) {
    this.subjects = subjects;
  }

  Draft put(HttpRequest http) {
    PersonId id = http.parameter("person", PersonId::new);
    Fields body = http.fields();
    String name = body.text("name", 200);
    String email = email(body);
    boolean wanted = body.flagOr("active", true);
    boolean given = body.has("active");
    Subject bound = Subjects.ofAPerson(body, http.machines());
    body.end();
    return Draft.ofOrganisation(
        sight -> {
          sight.requires(Permission.DIRECTORY_WRITE);
          Person before = sight.directory().person(id);
          long version = Versions.next(http, before == null ? 0 : before.version());
          boolean active = (given || before == null) ? wanted : before.active();
          if (!active && id.equals(sight.actor().id())) {
            throw new InvalidField("active", "own", "cannot be taken from yourself; ask an admin");
          }
          Person after =
              new Person(
                  id,
                  name,
                  email,
                  active,
                  bound == null && before != null ? before.subject() : bound,
                  before == null ? new TreeSet<>() : before.groups(),
                  version);
          subjects.free(bound, id);
          return new Draft.Written(
              new Edit.OfPerson(before, after), Versions.answer(Answers.person(after), version));
        });
  }

  static String email(Fields body) {
    String email = body.text("email", 254);
    if (!EMAIL.matcher(email).matches()) {
      throw new InvalidField("email", "email", "must be a mail address");
    }
    return email;
  }
}
