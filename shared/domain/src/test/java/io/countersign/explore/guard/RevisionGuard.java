package io.countersign.explore.guard;

import io.countersign.explore.promise.Promise;
import io.countersign.explore.realm.Agreeing;
import io.countersign.explore.realm.Editing;
import io.countersign.explore.realm.Realm;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.sample.People;
import io.countersign.store.Commit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an edit has to get past, and what it takes with it. */
enum RevisionGuard implements Guard {
  REVISION_DIGEST("an edit names the present digest", Promise.S2, Editing.REVISIONS) {
    @Override
    public Command command(Command command, @Nullable Request state, Realm in) {
      return command instanceof Command.Revise revise
          ? altered(revise, Objects.requireNonNull(state))
          : command;
    }
  },
  MAY_REVISE("only some may edit", Promise.R6, Editing.REVISIONS) {
    @Override
    public Command command(Command command, @Nullable Request state, Realm in) {
      return command instanceof Command.Revise revise
          ? new Command.Revise(
              People.actor("ada"), revise.seen(), revise.next(), revise.rules(), revise.directory())
          : command;
    }
  },
  VOTES_VOID("an edit leaves no vote", Promise.S2, Editing.REVISIONS) {
    @Override
    public Request stored(Commit commit) {
      boolean edited = commit.events().stream().anyMatch(Event.Revised.class::isInstance);
      return edited && commit.before() != null
          ? Altered.votes(commit.after(), commit.before().request().votes())
          : commit.after();
    }
  },
  EDITORS("who wrote an earlier revision does not count", Promise.S7, Agreeing.SECOND_ACCOUNT) {
    @Override
    public Command command(Command command, @Nullable Request state, Realm in) {
      return switch (command) {
        case Command.CastVote vote ->
            Altered.with(vote, vote.actor(), Altered.unedited(vote.revision()));
        case Command.StartMerge start -> Altered.with(start, Altered.unedited(start.revision()));
        default -> command;
      };
    }
  };

  private final String words;
  private final Promise keeps;

  @SuppressWarnings("ImmutableEnumChecker") // Nothing in a realm ever changes.
  private final Realm realm;

  RevisionGuard(String words, Promise keeps, Realm realm) {
    this.words = words;
    this.keeps = keeps;
    this.realm = realm;
  }

  private static Command altered(Command.Revise revise, Request state) {
    return new Command.Revise(
        revise.actor(), state.digest(), revise.next(), revise.rules(), revise.directory());
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
