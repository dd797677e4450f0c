package io.countersign.tests.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import io.countersign.tests.stage.FailedMerge;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Robot;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The project that the calls are about, and everybody who makes them. */
final class Ground {
  static final String DOCUMENT = "/known";

  /** Why somebody bypasses. */
  static final String WHY = "Nobody answers, and it burns.";

  final Scene scene = Scene.askingFor(1);
  final String policy;
  private final Client ada = World.as(Person.ADA);
  private final Map<Caller, Client> callers = new EnumMap<>(Caller.class);
  private final Map<Caller, Guest> guests = new EnumMap<>(Caller.class);
  private @Nullable Scene governed;
  private @Nullable Proposal read;
  private @Nullable Proposal failed;
  private @Nullable Proposal bypassed;
  private @Nullable Proposal merged;
  private final Map<String, Proposal> untouched = new TreeMap<>();
  private String last = "";
  private int count;

  Ground() {
    scene.holds(DOCUMENT, "{\"KEY\":\"" + Text.value() + "\"}");
    policy = scene.policy(forgiving()).substring(scene.path("/policies/").length());
    Map<String, Object> access = new TreeMap<>(scene.policyBody(1));
    access.putAll(Map.of("kind", "ACCESS", "name", "Access", "reasonRequired", false));
    scene.policy(access);
    callers.put(Caller.ADMIN, ada);
    callers.put(Caller.AUTHOR, World.as(Person.DAN));
    callers.put(Caller.APPROVER, World.as(Person.AMY));
    callers.put(Caller.STRANGER, Guest.stranger().calls());
    Robot robot = Robot.shared();
    robot.developsIn(scene);
    callers.put(Caller.MACHINE, robot.calls());
    callers.put(Caller.OUTSIDER, Guest.arrives().calls());
    for (Caller caller : Caller.values()) {
      if (!caller.permission().isEmpty()) {
        made(ada.put(role(caller), Map.of("permissions", List.of(caller.permission()))));
        Guest guest = given(caller, caller.id());
        guests.put(caller, guest);
        callers.put(caller, guest.calls());
      }
    }
    Guest former = given(Caller.DEACTIVATED, "admin");
    former.leaves();
    callers.put(Caller.DEACTIVATED, former.calls());
  }

  Client client(Caller caller) {
    return Objects.requireNonNull(callers.get(caller), caller.id());
  }

  private String role(Caller caller) {
    return scene.path("/roles/" + caller.id());
  }

  private Guest given(Caller caller, String role) {
    Guest guest = Guest.arrives();
    made(
        ada.put(
            scene.path("/bindings/" + caller.id()), Map.of("role", role, "person", guest.id())));
    return guest;
  }

  /** The same policy as everywhere, but anyone may bypass it. */
  private Map<String, Object> forgiving() {
    return Map.of(
        "name",
        "In an emergency",
        "targets",
        List.of(Map.of("environment", "prod", "path", "/urgent/**")),
        "requirements",
        List.of(Map.of("approvals", 1, "groups", List.of(scene.project()))),
        "bypass",
        Map.of("who", "ANYONE"));
  }

  /** A project whose rules two admins change together; everybody has there what they have here. */
  Scene governed() {
    if (governed == null) {
      governed = Scene.unprotected();
      guests.forEach(
          (caller, guest) -> {
            made(
                ada.put(
                    governed.path("/roles/" + caller.id()),
                    Map.of("permissions", List.of(caller.permission()))));
            made(
                ada.put(
                    governed.path("/bindings/" + caller.id()),
                    Map.of("role", caller.id(), "person", guest.id())));
          });
      Robot.shared().developsIn(governed);
      governed.governed();
    }
    return governed;
  }

  /** The body of a call that gives Bob a role there, which asks for it. */
  Map<String, Object> ruling() {
    return Map.of(
        "project",
        governed().project(),
        "changes",
        List.of(
            Map.of(
                "method",
                "PUT",
                "path",
                "/" + governed().path("/bindings/" + fresh()),
                "body",
                Map.of("role", Caller.DIRECTORY.id(), "person", "bob"))));
  }

  /** A change of rules that the admin asks for. */
  Proposal ruled() {
    return Proposal.of(made(ada.post("v1/governance-requests", ruling())));
  }

  /** The path of a channel that nobody has used. */
  String channel() {
    String path = scene.path("/channels/" + fresh());
    made(ada.put(path, slack()));
    return path;
  }

  static Map<String, Object> slack() {
    return Map.of(
        "kind", "SLACK", "conversation", "C024BE91L", "token", "xoxb-1-" + "0".repeat(20));
  }

  /** A name that nothing has yet. */
  String fresh() {
    count++;
    return "cell-" + count;
  }

  /** The document of the request that is open. */
  String last() {
    return last;
  }

  /** Whoever was let do something has changed what the next call is about. */
  void touched() {
    untouched.clear();
  }

  /** The same for each call that is refused. */
  private Proposal untouched(String what, Supplier<Proposal> made) {
    Proposal known = untouched.get(what);
    if (known == null) {
      known = made.get();
      untouched.put(what, known);
    }
    return known;
  }

  /** A request of the author's that nobody has looked at. */
  Proposal open() {
    return untouched("open", () -> proposes());
  }

  private Proposal proposes() {
    last = "/" + fresh();
    return scene.proposes(last, "KEY", Text.value());
  }

  /** A request of the author's that stays as it is, whoever reads it. */
  Proposal read() {
    if (read == null) {
      read = proposes();
    }
    return read;
  }

  Proposal agreed() {
    return untouched(
        "agreed",
        () -> {
          Proposal proposal = proposes();
          made(proposal.approve(Person.BOB));
          return proposal;
        });
  }

  /** The body of a call that asks for access which nobody has asked for yet. */
  Map<String, Object> asking() {
    return Map.of(
        "project",
        scene.project(),
        "environment",
        "prod",
        "path",
        "/" + fresh(),
        "actions",
        List.of("secrets:reveal"),
        "duration",
        "PT1H");
  }

  /** A request of the author's for access. */
  Proposal asked() {
    return untouched("asked", this::asks);
  }

  private Proposal asks() {
    return Proposal.of(made(World.as(Person.DAN).post("v1/access-requests", asking())));
  }

  /** Access that was given to the author. */
  Proposal granted() {
    return untouched(
        "granted",
        () -> {
          Proposal proposal = asks();
          made(proposal.approve(Person.BOB));
          made(proposal.merge(Person.DAN));
          return proposal;
        });
  }

  /** A request that its author may bypass. */
  Proposal urgent() {
    return untouched("urgent", this::burns);
  }

  private Proposal burns() {
    return scene.proposes("/urgent/" + fresh(), "KEY", Text.value());
  }

  /** A request that was merged without its approvers, and nobody has looked at it. */
  Proposal bypassed() {
    if (bypassed == null) {
      bypassed = burns();
      made(bypassed.bypass(Person.DAN, WHY));
      bypassed.untilIt("BYPASSED");
    }
    return bypassed;
  }

  /** A request that was merged as its approvers agreed. */
  Proposal merged() {
    if (merged == null) {
      merged = proposes();
      made(merged.approve(Person.BOB));
      made(merged.merge(Person.DAN));
    }
    return merged;
  }

  /** Somebody has looked at it: the next call needs another. */
  void reviewed() {
    bypassed = null;
  }

  /** A request whose merge failed, and fails as long as AWS denies what it needs. */
  Proposal failed() {
    if (failed == null) {
      failed = FailedMerge.in(scene, policy, "/" + fresh()).proposal();
    }
    return failed;
  }

  static Answer made(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
    return answer;
  }
}
