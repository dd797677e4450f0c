package io.countersign.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Directory;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.rule.Edit;
import io.countersign.sample.AnyEdit;
import io.countersign.sample.Charter;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What readers are shown of a change of rules. */
class RulesViewTest {
  private static final Directory PEOPLE = Charter.directory();
  private static final Edit NEW = new Edit.OfPerson(null, People.person("eve"));
  private static final Edit GROUP =
      new Edit.OfGroup(Charter.operators(1, "amy", "dan"), Charter.operators(2, "amy", "bob"));

  private static String shown(Predicate<Edit> whole) {
    return RulesView.of(
            Revision.sealed(
                new RequestId(Rulebook.PAYMENTS, 1),
                "",
                People.id("pat"),
                "Other rules",
                "",
                AnyEdit.alone(Rulebook.PAYMENTS, List.of(NEW, GROUP)),
                List.of(),
                PEOPLE,
                Proposals.NOON),
            PEOPLE,
            whole)
        .text();
  }

  @Test
  void ofAListItSaysWhatItComesTo() {
    assertThat(shown(_ -> true))
        .contains("\"moves\":{\"added\":[\"bob\"],\"removed\":[\"dan\"],\"kept\":[\"amy\"]}");
  }

  @Test
  void howSomebodyIsReachedAndSignsInIsShownOnlyWhereThatIsAllowed() {
    assertThat(shown(each -> each.equals(NEW)))
        .contains("eve@example.com", "subject-of-eve")
        .doesNotContain("\"withheld\":true");
    assertThat(shown(each -> each.equals(GROUP)))
        .contains(
            "{\"label\":\"Mail\",\"before\":null,\"after\":null,\"moves\":null,\"withheld\":true}")
        .contains("\"label\":\"Signs in as\"")
        .doesNotContain("eve@example.com")
        .doesNotContain("subject-of-eve");
  }
}
