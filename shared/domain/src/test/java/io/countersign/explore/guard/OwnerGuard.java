package io.countersign.explore.guard;

import io.countersign.directory.Directory;
import io.countersign.explore.promise.Promise;
import io.countersign.explore.realm.Agreeing;
import io.countersign.explore.realm.Realm;
import io.countersign.request.Command;
import io.countersign.request.Request;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What keeps those who own a machine from agreeing to what it wrote (rule 2). */
enum OwnerGuard implements Guard {
  OWNER_VOTES("its owner's vote is refused") {
    @Override
    public Command command(Command command, @Nullable Request state, Realm in) {
      if (!(command instanceof Command.CastVote vote)) {
        return command;
      }
      Directory now = vote.directory();
      return new Command.CastVote(
          vote.actor(),
          vote.seen(),
          vote.decision(),
          vote.comment(),
          Altered.unowned(vote.revision()),
          vote.rules(),
          new Directory(now.people(), now.groups(), new TreeMap<>()));
    }
  },
  HEIR_COUNTS("who came to own it since does not count") {
    @Override
    public Command command(Command command, @Nullable Request state, Realm in) {
      if (!(command instanceof Command.StartMerge start)) {
        return command;
      }
      Directory now = start.directory();
      return MergeGuard.with(
          start, new Directory(now.people(), now.groups(), in.directory().machines()));
    }
  };

  private final String words;

  OwnerGuard(String words) {
    this.words = words;
  }

  @Override
  public String words() {
    return words;
  }

  @Override
  public Promise keeps() {
    return Promise.S7;
  }

  @Override
  public Realm realm() {
    return Agreeing.MACHINE;
  }
}
