package io.countersign.explore.guard;

import io.countersign.directory.Actor;
import io.countersign.explore.act.Condition;
import io.countersign.explore.act.Engine;
import io.countersign.explore.promise.Promise;
import io.countersign.explore.realm.Agreeing;
import io.countersign.explore.realm.Day;
import io.countersign.explore.realm.Realm;
import io.countersign.explore.realm.Ruling;
import io.countersign.explore.world.Facts;
import io.countersign.request.Command;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What depends on where a request stands, on the time, and on who submits or withdraws. */
enum StateGuard implements Guard {
  STANDING("only what is open is worked on", Promise.S6, Agreeing.VOTES) {
    @Override
    public Request state(Request state, Command command) {
      return Altered.status(state, Status.OPEN);
    }
  },
  DEADLINE("what is overdue is not worked on", Promise.R10, Agreeing.TIME) {
    @Override
    public Instant now(Instant now) {
      return Proposals.NOON;
    }

    @Override
    public boolean checks(Condition condition) {
      return condition != Condition.IN_TIME;
    }
  },
  IN_TIME("nor written, whatever was decided", Promise.R10, Agreeing.TIME) {
    @Override
    public Instant now(Instant now) {
      return Proposals.NOON;
    }

    @Override
    public boolean checks(Condition condition) {
      return condition != Condition.IN_TIME;
    }

    @Override
    public Engine behind() {
      return new Engine() {
        @Override
        public Instant now(Instant now) {
          return Proposals.NOON;
        }
      };
    }
  },
  DUE("nothing expires before its time", Promise.R10, Agreeing.TIME) {
    @Override
    public Instant now(Instant now) {
      return Day.LAPSED;
    }
  },
  POSSIBLE("what nobody could approve is refused", Promise.S17, Ruling.RULES) {
    @Override
    public Command command(Command command, @Nullable Request state, Realm realm) {
      return command instanceof Command.Submit submit
          ? new Command.Submit(
              submit.actor(),
              Altered.each(
                  submit.revision(),
                  each ->
                      each.satisfiableBy(each.approvers(submit.revision().authors()))
                          ? each
                          : Rulebook.policy("easy", Rulebook.requirement(1, "amy"))
                              .bind(People.directory("amy"))),
              submit.rules(),
              submit.directory())
          : command;
    }
  },
  MAY_PROPOSE("only some may propose", Promise.R6, Agreeing.VOTES) {
    @Override
    public Command command(Command command, @Nullable Request state, Realm realm) {
      return command instanceof Command.Submit submit
          ? new Command.Submit(ada(), submit.revision(), submit.rules(), submit.directory())
          : command;
    }
  },
  WHO_NOW("who acts is judged by the directory of the decision", Promise.R6, Ruling.STALE) {
    @Override
    public Facts facts(Facts facts) {
      return facts.actor() == null || facts.directory() == null
          ? facts
          : facts.with(Altered.with(facts.directory(), facts.actor()));
    }
  },
  MAY_WITHDRAW("only some may withdraw", Promise.R6, Agreeing.VOTES) {
    @Override
    public Command command(Command command, @Nullable Request state, Realm realm) {
      return command instanceof Command.Withdraw withdraw
          ? new Command.Withdraw(ada(), withdraw.reason(), withdraw.access())
          : command;
    }
  };

  private final String words;
  private final Promise keeps;

  @SuppressWarnings("ImmutableEnumChecker") // Nothing in a realm ever changes.
  private final Realm realm;

  StateGuard(String words, Promise keeps, Realm realm) {
    this.words = words;
    this.keeps = keeps;
    this.realm = realm;
  }

  /** The admin, who may do all of it. */
  private static Actor ada() {
    return People.actor("ada");
  }

  @Override
  public String words() {
    return words;
  }

  @Override
  public Promise keeps() {
    return keeps;
  }

  @Override
  public Realm realm() {
    return realm;
  }
}
