package io.countersign.edge.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Directory;
import io.countersign.directory.Person;
import io.countersign.explain.Reason;
import io.countersign.sample.People;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who could clear a reason, as every answer shows them (rule 12). */
class AnswersTest {
  private static final Reason REASON = new Reason("code", "Why.", People.ids("ann", "bob"));

  @Test
  void whoeverCannotSignInYetIsSaidToBeUnbound() {
    Person bob = People.person("bob");
    Person unbound =
        new Person(bob.id(), bob.name(), bob.email(), true, null, bob.groups(), bob.version());
    assertThat(shown(People.directory(People.person("ann"), unbound)))
        .contains(
            "{\"id\":\"ann\",\"name\":\"ann\",\"kind\":\"PERSON\"}",
            "{\"id\":\"bob\",\"name\":\"bob\",\"kind\":\"PERSON\",\"bound\":false}");
  }

  @Test
  void whereTheDirectoryWasNotReadNothingIsSaidOfIt() {
    assertThat(shown(Directory.EMPTY)).contains("\"name\":\"bob\"").doesNotContain("bound");
  }

  private static String shown(Directory directory) {
    return Answers.reasons(List.of(REASON), directory).text();
  }
}
