package io.countersign.explore.guard;

import io.countersign.directory.PersonId;
import io.countersign.explore.promise.Promise;
import io.countersign.explore.realm.Agreeing;
import io.countersign.explore.realm.Realm;
import io.countersign.request.Command;
import io.countersign.request.Request;
import io.countersign.revision.Revision;
import io.countersign.sample.Rulebook;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a vote has to get past. */
enum VoteGuard implements Guard {
  VOTE_DIGEST("a vote names the present digest", Promise.S2, Agreeing.VOTES) {
    @Override
    Command.CastVote altered(Command.CastVote vote, Request state) {
      return new Command.CastVote(
          vote.actor(),
          state.digest(),
          vote.decision(),
          vote.comment(),
          vote.revision(),
          vote.rules(),
          vote.directory());
    }
  },
  VOTER_NO_AUTHOR("an author's vote is refused", Promise.S7, Agreeing.SECOND_ACCOUNT) {
    @Override
    Command.CastVote altered(Command.CastVote vote, Request state) {
      Revision lenient =
          Altered.each(vote.revision(), each -> Altered.terms(each, Rulebook::selfApproval));
      return Altered.with(vote, vote.actor(), lenient);
    }
  },
  VOTER_THEN("who was in no set is refused", Promise.S7, Agreeing.VOTES) {
    @Override
    Command.CastVote altered(Command.CastVote vote, Request state) {
      Revision open =
          Altered.each(
              vote.revision(), each -> Altered.admitting(each, (PersonId) vote.actor().id()));
      return Altered.with(vote, vote.actor(), open);
    }
  },
  VOTER_NOW("who has left the sets is refused", Promise.S8, Agreeing.VOTES) {
    @Override
    Command.CastVote altered(Command.CastVote vote, Request state) {
      return Altered.with(vote, Altered.present(vote.actor()), vote.revision());
    }
  },
  DECLINE("enough rejections end it", Promise.R5, Agreeing.VOTES) {
    @Override
    Command.CastVote altered(Command.CastVote vote, Request state) {
      Revision patient =
          Altered.each(
              vote.revision(),
              each -> Altered.terms(each, policy -> Rulebook.declineAfter(9, policy)));
      return Altered.with(vote, vote.actor(), patient);
    }
  };

  private final String words;
  private final Promise keeps;

  @SuppressWarnings("ImmutableEnumChecker") // Nothing in a realm ever changes.
  private final Realm realm;

  VoteGuard(String words, Promise keeps, Realm realm) {
    this.words = words;
    this.keeps = keeps;
    this.realm = realm;
  }

  abstract Command.CastVote altered(Command.CastVote vote, Request state);

  @Override
  public Command command(Command command, @Nullable Request state, Realm realm) {
    return command instanceof Command.CastVote vote
        ? altered(vote, Objects.requireNonNull(state))
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
    return realm;
  }
}
