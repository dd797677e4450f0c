package io.countersign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.aws.table.Contents;
import io.countersign.faults.aws.Cloud;
import io.countersign.faults.aws.Fault;
import io.countersign.faults.aws.Script;
import io.countersign.faults.aws.Site;
import io.countersign.faults.aws.Wire;
import io.countersign.faults.deployed.Around;
import io.countersign.faults.deployed.Deployment;
import io.countersign.faults.deployed.Promises;
import io.countersign.faults.deployed.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All runs of one command in a deployment of their own: one without a fault, and then one for every
 * fault at every call. Where the first call of two has written the same and was answered the same,
 * all that follows is the same too, and is done once. Many are under way at a time, as those of
 * different people are.
 */
final class Trials {
  private final Command command;
  private final Deployment deployment;
  private final Around around;
  private final Map<Trial.Point, Trial> told = new LinkedHashMap<>();
  private final Map<Trial.Left, Trial> firsts = new HashMap<>();
  private final List<Trial> open = new ArrayList<>();
  private int runs;
  private @Nullable Case untouched;

  private Trials(Command command, Deployment deployment) {
    this.command = command;
    this.deployment = deployment;
    around = new Around(deployment);
  }

  /** Makes them on this thread. */
  static Section of(Command command, Cloud cloud) {
    Wire.anew();
    try (Deployment deployment = Deployment.in(cloud)) {
      return new Trials(command, deployment).section();
    }
  }

  private Section section() {
    Trial.Good good = well();
    Site before = null;
    for (Site site : command.under(good.sites())) {
      for (Fault fault : Fault.values()) {
        if (site.canMeet(fault)) {
          Trial.Point point = new Trial.Point(site, fault);
          Trial same = told.get(same(point, before));
          told.put(point, same == null ? trial(point) : same);
        }
        if (open.size() == command.together()) {
          follow(good);
        }
      }
      before = site;
    }
    follow(good);
    return new Section(command, good.sites(), told, runs, Wire.traffic().writes());
  }

  /**
   * What is the same to a call that only reads: that its answer was lost, as if it had never come
   * to AWS; and to end after it, as after the call before it.
   */
  private static Trial.Point same(Trial.Point point, @Nullable Site before) {
    Site site = point.site();
    return switch (point.fault()) {
      case UNANSWERED -> site.reads() ? new Trial.Point(site, Fault.LOST) : point;
      case KILLED -> site.reads() && before != null ? new Trial.Point(before, Fault.KILLED) : point;
      case THROTTLED, DENIED, LOST, CONFLICT, FAILING, OVERLONG -> point;
    };
  }

  private Trial.Good well() {
    Case it = command.maker().apply(deployment);
    Script script = Script.well();
    Said said = Wire.playing(script, () -> it.call(Case.FIRST));
    assertThat(said.well()).as("%s: %s", command.title(), said).isTrue();
    around.later();
    Promises promises = Promises.of(deployment, around);
    it.check(promises);
    deployment.ahead(Duration.ZERO);
    return new Trial.Good(script.sites(), it.effect(promises.contents()));
  }

  /** Makes the first call; the trial that tells what follows. */
  private Trial trial(Trial.Point point) {
    Case it = untouched == null ? command.maker().apply(deployment) : untouched;
    untouched = null;
    Trial trial = new Trial(point, it);
    trial.strike();
    runs++;
    Trial same = firsts.putIfAbsent(trial.left(), trial);
    if (trial.broken() != null || same == null) {
      open.add(trial);
      return trial;
    }
    if (trial.left().written().isEmpty()) {
      untouched = it;
    } else {
      it.drop();
    }
    return same;
  }

  /** All that follows those first calls. */
  private void follow(Trial.Good good) {
    if (open.isEmpty()) {
      return;
    }
    Contents then = deployment.contents();
    open.forEach(each -> each.then(then));
    around.later();
    Contents by = deployment.contents();
    open.forEach(each -> each.again(by, good));
    around.later();
    Promises promises = Promises.of(deployment, around);
    open.forEach(each -> each.end(promises, good));
    deployment.ahead(Duration.ZERO);
    open.clear();
  }
}
