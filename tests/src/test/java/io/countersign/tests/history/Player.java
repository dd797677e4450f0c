package io.countersign.tests.history;

import io.countersign.local.api.Answer;
import io.countersign.local.api.Api;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Does one thing after the other, whatever comes, as somebody else each time. */
record Player(Scene scene, Ledger ledger, Stranger stranger, RandomGenerator random) {
  static final List<String> DOCUMENTS = List.of("/one", "/two");
  private static final List<String> KEYS = List.of("A", "B", "C");
  private static final List<Person> AUTHORS = List.of(Person.DAN, Person.ADA);
  private static final List<Person> APPROVERS = List.of(Person.AMY, Person.BOB);
  private static final List<Person> ALL = List.of(Person.DAN, Person.ADA, Person.AMY, Person.BOB);
  private static final List<String> FUNCTIONS =
      List.of("submit", "vote", "merge", "relay", "tick", "merge");

  /** Nobody calls on these again. */
  private static final Set<String> OVER = Set.of("MERGED", "REJECTED", "WITHDRAWN");

  /** Requests to AWS after which a process may die. */
  private static final int LATEST = 12;

  void act() {
    Proposal target = ledger.any(random);
    int dice = random.nextInt(20);
    if (target == null || dice < 2) {
      submit();
    } else if (dice < 10) {
      call(one(APPROVERS), target, "/votes", ballot(target));
    } else if (dice < 15) {
      merge(target);
    } else if (dice < 16) {
      rebase(target);
    } else if (dice < 19) {
      stranger.writes(one(DOCUMENTS));
    } else if (random.nextBoolean()) {
      World.stack().killOnNextCall(one(FUNCTIONS), 1 + random.nextInt(LATEST));
    } else {
      call(one(AUTHORS), target, "/withdraw", Map.of());
    }
  }

  private void submit() {
    Map<Slot, String> wanted = new HashMap<>();
    List<Map<String, Object>> changes = new ArrayList<>();
    for (String document : random.nextInt(3) == 0 ? DOCUMENTS : List.of(one(DOCUMENTS))) {
      Slot slot = new Slot(document, one(KEYS));
      wanted.put(slot, ledger.freshValue());
      changes.add(Scene.change(document, Map.of("set", Map.of(slot.key(), wanted.get(slot)))));
    }
    Answer answer = as(one(AUTHORS)).post("v1/change-requests", Text.of(scene.submission(changes)));
    if (answer.status() == 201) {
      ledger.proposes(Proposal.of(answer), wanted);
    }
  }

  private Map<String, Object> ballot(Proposal target) {
    int dice = random.nextInt(30);
    return target.ballot(dice == 0 ? "REJECT" : dice == 1 ? "RETRACT" : "APPROVE");
  }

  private void merge(Proposal target) {
    Answer answer = call(one(ALL), target, "/merge", Map.of("digest", target.digest()));
    if (answer.status() == 200) {
      ledger.heard(new Told(target.id(), "merge", answer.text("/status")));
    }
  }

  private void rebase(Proposal target) {
    Answer answer =
        call(
            one(AUTHORS),
            target,
            "/revisions",
            Map.of("digest", target.digest(), "keep", "all", "base", "present"));
    if (answer.status() == 201) {
      ledger.revised(Proposal.of(answer));
    }
  }

  private Answer call(Person person, Proposal target, String what, Object body) {
    Answer answer = as(person).post(target.path(what), Text.of(body));
    if (OVER.contains(answer.text("/status")) || OVER.contains(answer.text("/present/status"))) {
      ledger.over(target);
    }
    return answer;
  }

  /** Repeats what nobody could answer, with the same key. */
  private static Api as(Person person) {
    return World.as(person).api().patient();
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
