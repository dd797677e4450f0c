package io.countersign.explore.act;

import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.directory.MachineId;
import io.countersign.explore.realm.Proposal;
import io.countersign.explore.realm.Realm;
import io.countersign.explore.realm.Write;
import io.countersign.explore.world.Demand;
import io.countersign.explore.world.Facts;
import io.countersign.explore.world.Filed;
import io.countersign.explore.world.Ghost;
import io.countersign.explore.world.Hand;
import io.countersign.explore.world.Late;
import io.countersign.explore.world.Owners;
import io.countersign.explore.world.Part;
import io.countersign.explore.world.World;
import io.countersign.policy.Terms;
import io.countersign.project.DocumentId;
import io.countersign.proposal.Found;
import io.countersign.request.Event;
import io.countersign.store.Commit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Notes what really happened, from what was done and not from what was stored. */
record Witness(Realm realm) {
  World seen(World before, Deed deed, World after) {
    return switch (deed) {
      case Deed.Committed(Hand hand, var commit) -> {
        World next = after;
        for (Event event : commit.events()) {
          next = seen(next, hand, event, commit.at());
        }
        yield next;
      }
      case Deed.Worked(int request, _, var commit, _) ->
          ended(commit, request, new Effects(realm, request).seen(before, after));
      case Deed.Arrived(Late(int request, _), var commit) -> ended(commit, request, after);
      case Deed.Wrote(Write(DocumentId document, String key, String value)) ->
          after.with(
              Part.OWNERS,
              after
                  .get(Part.OWNERS)
                  .with(
                      document,
                      key,
                      value.equals(Secrets.BASE) ? Owners.Owner.NOBODY : Owners.Owner.OTHERS));
      case Deed.Turned _ -> inherited(after);
      case Deed.Reading _, Deed.Refused _, Deed.Tampered _, Deed.Passed _ -> after;
    };
  }

  private static World ended(@Nullable Commit commit, int request, World world) {
    World next = world;
    for (Event event : commit == null ? List.<Event>of() : commit.events()) {
      next = next.with(request, ended(next.ghost(request), event));
    }
    return next;
  }

  private static Ghost ended(Ghost ghost, Event event) {
    return switch (event) {
      case Event.Conflicted(_, _, var dead) -> dead ? ghost.stopped().outdated() : ghost.stopped();
      case Event.Failed _, Event.Bypassed _ -> ghost.live();
      default -> ghost;
    };
  }

  /** Machines may belong to others now. */
  private static World inherited(World world) {
    World next = world;
    for (int request : World.REQUESTS) {
      Ghost ghost = world.ghost(request);
      SortedSet<String> owners = owners(ghost.authors(), world.get(Part.STAFF).directory());
      if (!owners.isEmpty()) {
        next = next.with(request, ghost.ownedBy(owners));
      }
    }
    return next;
  }

  private static SortedSet<String> owners(SortedSet<String> authors, Directory directory) {
    SortedSet<String> owners = new TreeSet<>();
    for (String author : authors) {
      if (ActorId.of(author) instanceof MachineId machine) {
        Objects.requireNonNull(directory.machines().get(machine))
            .owners()
            .forEach(each -> owners.add(each.value()));
      }
    }
    return owners;
  }

  private World seen(World world, Hand hand, Event event, Instant at) {
    int request = hand.errand().request();
    Ghost ghost = world.ghost(request);
    return switch (event) {
      case Event.Submitted made ->
          world.with(
              request, made(world, hand, made.author().value(), made.scope().documents(), at));
      case Event.Revised made ->
          world.with(
              request, made(world, hand, made.author().value(), made.scope().documents(), at));
      case Event.Voted(var voter, _, var decision, _, _, _) ->
          world.with(
              request,
              ghost.voted(
                  voter.value(),
                  new Ghost.Ballot(decision, Objects.requireNonNull(hand.facts().seen()))));
      case Event.Agreed _ -> {
        Instant soon = deadline(ghost.bound(), Terms::mergeWithin, at);
        yield soon == null ? world : world.with(request, ghost.until(soon));
      }
      case Event.MergeStarted started -> world.with(request, started(world, request, started));
      case Event.Acknowledged _ -> world.with(request, ghost.looked());
      default -> world;
    };
  }

  private Ghost started(World world, int request, Event.MergeStarted started) {
    Ghost ghost = world.ghost(request);
    return switch (started.mode()) {
      case MERGE, BYPASS -> ghost.merging(started.mode());
      case FINISH, UNDO -> {
        Filed filed = Objects.requireNonNull(world.filed(request));
        Live live = new Live(realm, world, request);
        Ghost again = ghost.again(filed.revision().touched().stream().filter(live::in).toList());
        yield started.mode() == Event.Mode.FINISH ? again.finishing() : again;
      }
    };
  }

  private Ghost made(
      World world, Hand hand, String author, List<DocumentId> documents, Instant at) {
    int request = hand.errand().request();
    Directory directory = world.get(Part.STAFF).directory();
    SortedSet<String> authors = new TreeSet<>(List.of(author));
    authors.addAll(owners(authors, directory));
    List<Demand> bound = Demand.of(world.get(Part.RULES).rules(), directory, documents);
    return world
        .ghost(request)
        .revised(authors, bound, bases(hand, documents), deadline(bound, Terms::pendingFor, at));
  }

  private SortedMap<DocumentId, SortedMap<String, String>> bases(
      Hand hand, List<DocumentId> documents) {
    Facts facts = hand.facts();
    Proposal proposal = realm.proposals().get(hand.errand().request());
    SortedMap<DocumentId, SortedMap<String, String>> bases = new TreeMap<>();
    for (DocumentId document : documents) {
      Found found = Objects.requireNonNull(facts.found()).get(document);
      bases.put(
          document, Secrets.base(proposal, document, Objects.requireNonNull(found).content()));
    }
    return bases;
  }

  private interface Term {
    @Nullable Duration of(Terms terms);
  }

  private static @Nullable Instant deadline(List<Demand> demands, Term term, Instant from) {
    Instant first = null;
    for (Demand demand : demands) {
      Duration time = term.of(demand.terms());
      if (time != null && (first == null || from.plus(time).isBefore(first))) {
        first = from.plus(time);
      }
    }
    return first;
  }
}
