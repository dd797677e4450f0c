package io.countersign.explore.guard;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.explore.act.Engine;
import io.countersign.explore.promise.Promise;
import io.countersign.explore.realm.Agreeing;
import io.countersign.explore.realm.Cast;
import io.countersign.explore.realm.Merging;
import io.countersign.explore.realm.Realm;
import io.countersign.explore.realm.Ruling;
import io.countersign.policy.Policy;
import io.countersign.request.Command;
import io.countersign.request.Request;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the start of a merge has to get past. */
enum MergeGuard implements Guard {
  MERGE_DIGEST("a merge names the present digest", Promise.S2, Agreeing.VOTES) {
    @Override
    Command.StartMerge altered(Command.StartMerge start, Request state, Realm realm) {
      return new Command.StartMerge(
          start.actor(),
          state.digest(),
          start.revision(),
          start.rules(),
          start.directory(),
          start.resume());
    }
  },
  AUTHOR_BAR("no author counts", Promise.S1, Agreeing.SECOND_VOTES) {
    @Override
    public Command command(Command command, @Nullable Request state, Realm in) {
      return super.command(VoteGuard.VOTER_NO_AUTHOR.command(command, state, in), state, in);
    }

    @Override
    public Engine behind() {
      return VoteGuard.VOTER_NO_AUTHOR;
    }

    @Override
    Command.StartMerge altered(Command.StartMerge start, Request state, Realm realm) {
      List<Policy> lenient = start.rules().policies().stream().map(Rulebook::selfApproval).toList();
      Command.StartMerge bound =
          Altered.with(
              start,
              Altered.each(start.revision(), each -> Altered.terms(each, Rulebook::selfApproval)));
      return Altered.with(bound, Altered.policies(start.rules(), lenient));
    }
  },
  ELIGIBLE_NOW("who has left does not count", Promise.S8, Agreeing.VOTES) {
    @Override
    Command.StartMerge altered(Command.StartMerge start, Request state, Realm realm) {
      return with(start, realm.directory());
    }
  },
  BOUND_POLICIES("the policies of the time of the revision hold", Promise.S9, Ruling.RULES) {
    @Override
    Command.StartMerge altered(Command.StartMerge start, Request state, Realm realm) {
      return Altered.with(
          start,
          Altered.bound(
              start.revision(), start.rules().bind(state.documents(), start.directory())));
    }
  },
  LIVE_POLICIES("the policies of this moment hold", Promise.S9, Ruling.RULES) {
    @Override
    Command.StartMerge altered(Command.StartMerge start, Request state, Realm realm) {
      return Altered.with(start, Altered.policies(start.rules(), List.of()));
    }
  },
  REJECTION("a standing rejection blocks", Promise.S9, Agreeing.VOTES) {
    @Override
    Command.StartMerge altered(Command.StartMerge start, Request state, Realm realm) {
      return start;
    }

    @Override
    public Request state(Request state, Command command) {
      return command instanceof Command.StartMerge ? Altered.unrejected(state) : state;
    }
  },
  DEAD("what conflicted is merged no more", Promise.S4, Merging.OTHERS) {
    @Override
    Command.StartMerge altered(Command.StartMerge start, Request state, Realm realm) {
      return start;
    }

    @Override
    public Request state(Request state, Command command) {
      return command instanceof Command.StartMerge ? Altered.alive(state) : state;
    }
  },
  AUTHOR_ENTITLED("its author may still propose there", Promise.R6, Agreeing.VOTES) {
    @Override
    Command.StartMerge altered(Command.StartMerge start, Request state, Realm realm) {
      Person author = People.person(state.author().value());
      SortedMap<PersonId, Person> people = new TreeMap<>(start.directory().people());
      people.put(author.id(), author);
      return with(
          start, new Directory(people, start.directory().groups(), start.directory().machines()));
    }
  },
  MAY_MERGE("only some may merge", Promise.R6, Agreeing.VOTES) {
    @Override
    Command.StartMerge altered(Command.StartMerge start, Request state, Realm realm) {
      Person admin =
          Objects.requireNonNull(Cast.directory().person(People.id("ada")), "there is one");
      return new Command.StartMerge(
          Actor.of(admin),
          start.seen(),
          start.revision(),
          start.rules(),
          start.directory(),
          start.resume());
    }
  };

  private final String words;
  private final Promise keeps;

  @SuppressWarnings("ImmutableEnumChecker") // Nothing in a realm ever changes.
  private final Realm realm;

  MergeGuard(String words, Promise keeps, Realm realm) {
    this.words = words;
    this.keeps = keeps;
    this.realm = realm;
  }

  abstract Command.StartMerge altered(Command.StartMerge start, Request state, Realm realm);

  @Override
  public Command command(Command command, @Nullable Request state, Realm in) {
    return command instanceof Command.StartMerge start
        ? altered(start, Objects.requireNonNull(state), in)
        : command;
  }

  static Command.StartMerge with(Command.StartMerge of, Directory directory) {
    return new Command.StartMerge(
        of.actor(), of.seen(), of.revision(), of.rules(), directory, of.resume());
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
