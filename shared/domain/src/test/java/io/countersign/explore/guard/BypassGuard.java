package io.countersign.explore.guard;

import io.countersign.explore.promise.Promise;
import io.countersign.explore.realm.Editing;
import io.countersign.explore.realm.Realm;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.sample.People;
import io.countersign.store.Commit;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What somebody who goes around the approvers has to get past, and what it is called (rule 7). */
enum BypassGuard implements Guard {
  BYPASS_DIGEST("a bypass names the present digest", Promise.S2) {
    @Override
    Command.Bypass altered(Command.Bypass bypass, Request state, Realm in) {
      return new Command.Bypass(
          bypass.by(),
          state.digest(),
          bypass.reason(),
          bypass.revision(),
          bypass.rules(),
          bypass.directory());
    }
  },
  BYPASS_AUTHOR("only its author goes around", Promise.S10) {
    @Override
    Command.Bypass altered(Command.Bypass bypass, Request state, Realm in) {
      return new Command.Bypass(
          state.author(),
          bypass.seen(),
          bypass.reason(),
          bypass.revision(),
          bypass.rules(),
          bypass.directory());
    }
  },
  BYPASS_THEN("all policies let them when it was made", Promise.S10) {
    @Override
    Command.Bypass altered(Command.Bypass bypass, Request state, Realm in) {
      return new Command.Bypass(
          bypass.by(),
          bypass.seen(),
          bypass.reason(),
          Altered.each(bypass.revision(), Altered::open),
          bypass.rules(),
          bypass.directory());
    }
  },
  BYPASS_LIVE("all policies of this moment let them", Promise.S10) {
    @Override
    Command.Bypass altered(Command.Bypass bypass, Request state, Realm in) {
      return new Command.Bypass(
          bypass.by(),
          bypass.seen(),
          bypass.reason(),
          bypass.revision(),
          Altered.policies(bypass.rules(), List.of()),
          bypass.directory());
    }
  },
  BYPASS_NOW("who was chosen still is", Promise.S10) {
    @Override
    Command.Bypass altered(Command.Bypass bypass, Request state, Realm in) {
      return new Command.Bypass(
          bypass.by(),
          bypass.seen(),
          bypass.reason(),
          bypass.revision(),
          bypass.rules(),
          in.directory());
    }
  },
  BYPASS_REASON("it says why", Promise.S10) {
    @Override
    Command.Bypass altered(Command.Bypass bypass, Request state, Realm in) {
      return new Command.Bypass(
          bypass.by(),
          bypass.seen(),
          bypass.reason() + " and that is why",
          bypass.revision(),
          bypass.rules(),
          bypass.directory());
    }
  },
  NOT_WHEN_AGREED("what is agreed is merged instead", Promise.S10) {
    @Override
    Command.Bypass altered(Command.Bypass bypass, Request state, Realm in) {
      return bypass;
    }

    @Override
    public Request state(Request state, Command command) {
      return command instanceof Command.Bypass ? Altered.votes(state, new TreeMap<>()) : state;
    }
  },
  BYPASS_DEAD("what conflicted is not forced either", Promise.S4) {
    @Override
    Command.Bypass altered(Command.Bypass bypass, Request state, Realm in) {
      return bypass;
    }

    @Override
    public Request state(Request state, Command command) {
      return command instanceof Command.Bypass ? Altered.alive(state) : state;
    }
  },
  BYPASSED("its end is never called a merge", Promise.S10) {
    @Override
    Command.Bypass altered(Command.Bypass bypass, Request state, Realm in) {
      return bypass;
    }

    @Override
    public Request stored(Commit commit) {
      return commit.events().stream().anyMatch(Event.MergeStarted.class::isInstance)
          ? Altered.alive(commit.after())
          : commit.after();
    }
  },
  LOOK_NO_AUTHOR("no author acknowledges it", Promise.S10) {
    @Override
    Command.Bypass altered(Command.Bypass bypass, Request state, Realm in) {
      return bypass;
    }

    @Override
    public Command command(Command command, @Nullable Request state, Realm in) {
      return command instanceof Command.Acknowledge look
          ? new Command.Acknowledge(
              People.actor("amy"), look.text(), look.revision(), look.directory())
          : command;
    }
  };

  private final String words;
  private final Promise keeps;

  BypassGuard(String words, Promise keeps) {
    this.words = words;
    this.keeps = keeps;
  }

  abstract Command.Bypass altered(Command.Bypass bypass, Request state, Realm in);

  @Override
  public Command command(Command command, @Nullable Request state, Realm in) {
    return command instanceof Command.Bypass bypass
        ? altered(bypass, Objects.requireNonNull(state), in)
        : command;
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
    return Editing.BYPASS;
  }
}
