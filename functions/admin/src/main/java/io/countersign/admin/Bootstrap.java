package io.countersign.admin;

import io.countersign.directory.Actor;
import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Holder;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.directory.Role;
import io.countersign.directory.Setup;
import io.countersign.directory.Subject;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.Caller;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.edge.http.ProblemException;
import io.countersign.json.Fields;
import io.countersign.project.ProjectId;
import io.countersign.store.Ask;
import io.countersign.store.Entry;
import io.countersign.store.Reading;
import io.countersign.store.Registry;
import io.countersign.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The first admin: whoever, signed in, gives the one-time code (design §2, rule 13). */
final class Bootstrap {
  private final Store store;
  private final Registry registry;
  private final Supplier<@Nullable String> code;
  private final InstantSource clock;

  /**
   * Takes the code.
   *
   * @param code as the deployment generated it; asked in the call
   */
  Bootstrap(Store store, Registry registry, Supplier<@Nullable String> code, InstantSource clock) {
    this.store = store;
    this.registry = registry;
    this.code = code;
    this.clock = clock;
  }

  HttpResponse begin(HttpRequest http) {
    Subject subject = Caller.of(http).person();
    Fields body = http.fields();
    String given = body.text("code", 200);
    Person admin =
        new Person(
            body.typed("id", PersonId::new),
            body.text("name", 200),
            People.email(body),
            true,
            subject,
            new TreeSet<>(),
            1);
    body.end();
    if (!matches(given)) {
      throw Problem.of(403, "wrong-code", "This is not the code of this deployment.").asException();
    }
    Reading read = store.read(new Ask(subject, null, null, null, ProjectId.ORGANISATION));
    Actor bound = read.actor();
    if (bound != null && bound.id().equals(admin.id())) {
      return again(admin.id());
    }
    Binding binding =
        new Binding(
            new BindingId("first-admin"),
            Role.ADMIN,
            new Holder.OnePerson(admin.id()),
            null,
            null,
            1);
    boolean done =
        registry.write(
            new Entry.OfFirstAdmin(admin, binding, clock.instant()),
            Objects.requireNonNull(read.counters()));
    if (!done) {
      throw bootstrapped();
    }
    return Versions.answer(Answers.person(admin), 1);
  }

  /** The first admin is told what they are, whatever they say this time. */
  private HttpResponse again(PersonId id) {
    Setup setup = registry.setup();
    Person admin = store.directory().person(id);
    if (setup == null || admin == null || !setup.by().equals(id)) {
      throw bootstrapped();
    }
    return HttpResponse.json(201, Answers.person(admin))
        .with("etag", Versions.tag(admin.version()));
  }

  private static ProblemException bootstrapped() {
    return Problem.of(409, "bootstrapped", "There is a first admin already; ask them.")
        .asException();
  }

  private boolean matches(String given) {
    String wanted = code.get();
    return wanted != null
        && MessageDigest.isEqual(
            wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
