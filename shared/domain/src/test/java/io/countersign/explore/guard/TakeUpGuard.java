package io.countersign.explore.guard;

import io.countersign.explore.promise.Promise;
import io.countersign.explore.realm.Failing;
import io.countersign.explore.realm.Realm;
import io.countersign.policy.Rules;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.sample.People;
import io.countersign.store.Commit;
import org.jspecify.annotations.Nullable;

/** What somebody who takes up again what failed has to get past (rule 9). */
enum TakeUpGuard implements Guard {
  FINISH_AGREED("what is finished is still agreed", Promise.S8, Failing.FAILURES) {
    @Override
    Command.TakeUp altered(Command.TakeUp up, Realm in) {
      return new Command.TakeUp(
          up.actor(), up.seen(), up.way(), up.revision(), up.rules(), in.directory());
    }
  },
  FINISH_AROUND("what went around its approvers still may", Promise.S10, Failing.AROUND) {
    @Override
    Command.TakeUp altered(Command.TakeUp up, Realm in) {
      Rules rules = Altered.policies(up.rules(), in.rules().policies());
      return new Command.TakeUp(
          up.actor(), up.seen(), up.way(), up.revision(), rules, in.directory());
    }
  },
  MAY_TAKE_UP("only some may take it up", Promise.R6, Failing.FAILURES) {
    @Override
    Command.TakeUp altered(Command.TakeUp up, Realm in) {
      return new Command.TakeUp(
          People.actor("ada"), up.seen(), up.way(), up.revision(), up.rules(), up.directory());
    }
  },
  LOOK_UNDONE("what was undone is looked at too", Promise.S10, Failing.AROUND) {
    @Override
    Command.TakeUp altered(Command.TakeUp up, Realm in) {
      return up;
    }

    @Override
    public Request stored(Commit commit) {
      return commit.events().stream().anyMatch(Event.Conflicted.class::isInstance)
          ? Altered.alive(commit.after())
          : commit.after();
    }
  };

  private final String words;
  private final Promise keeps;

  @SuppressWarnings("ImmutableEnumChecker") // Nothing in a realm ever changes.
  private final Realm realm;

  TakeUpGuard(String words, Promise keeps, Realm realm) {
    this.words = words;
    this.keeps = keeps;
    this.realm = realm;
  }

  abstract Command.TakeUp altered(Command.TakeUp up, Realm in);

  @Override
  public Command command(Command command, @Nullable Request state, Realm in) {
    return command instanceof Command.TakeUp up ? altered(up, in) : command;
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
