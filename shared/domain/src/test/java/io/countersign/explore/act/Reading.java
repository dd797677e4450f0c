package io.countersign.explore.act;

import io.countersign.directory.Actor;
import io.countersign.directory.ActorId;
import io.countersign.explore.realm.Errand;
import io.countersign.explore.realm.Realm;
import io.countersign.explore.world.Facts;
import io.countersign.explore.world.Filed;
import io.countersign.explore.world.Hand;
import io.countersign.explore.world.Part;
import io.countersign.explore.world.World;
import io.countersign.project.DocumentId;
import io.countersign.revision.Digest;
import io.countersign.sample.Rulebook;
import io.countersign.store.Counters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reads of commands, as the functions make them. */
record Reading(Realm realm, Engine engine) {
  /** A digest that no revision has. */
  private static final Digest NONE = new Digest("e".repeat(64));

  /** The reads that a command makes, in order. */
  List<Read> of(Errand errand) {
    return engine.order(
        switch (errand) {
          case Errand.Submit _, Errand.Revise _ ->
              List.of(Read.WHO, Read.REQUEST, Read.RULES, Read.DIRECTORY, Read.SECRETS);
          case Errand.CastVote _,
              Errand.Agree _,
              Errand.StartMerge _,
              Errand.GoAround _,
              Errand.TakeUp _ ->
              List.of(Read.WHO, Read.REQUEST, Read.RULES, Read.DIRECTORY);
          case Errand.Automatic _ -> List.of(Read.REQUEST, Read.RULES, Read.DIRECTORY);
          case Errand.Withdraw _, Errand.Comment _ -> List.of(Read.REQUEST, Read.RULES);
          case Errand.Acknowledge _ -> List.of(Read.REQUEST, Read.DIRECTORY);
          case Errand.Expire _, Errand.Resume _ -> List.of(Read.REQUEST);
        });
  }

  /** Whether a command has read everything. */
  boolean done(Hand hand) {
    return hand.reads() == of(hand.errand()).size();
  }

  /** A command that has read nothing yet; it names the digest that its author has before them. */
  Hand begun(World world, Errand errand) {
    Filed filed = world.filed(errand.request());
    return new Hand(errand, 0, Facts.seeing(filed == null ? null : seen(filed, errand)));
  }

  private static @Nullable Digest seen(Filed filed, Errand errand) {
    return switch (errand) {
      case Errand.CastVote vote -> seen(filed, vote.sight());
      case Errand.StartMerge merge -> seen(filed, merge.sight());
      case Errand.GoAround around -> seen(filed, around.sight());
      case Errand.Revise revise -> seen(filed, revise.sight());
      case Errand.Agree _, Errand.TakeUp _ -> seen(filed, Errand.Sight.PRESENT);
      case Errand.Submit _,
          Errand.Acknowledge _,
          Errand.Withdraw _,
          Errand.Comment _,
          Errand.Automatic _,
          Errand.Resume _,
          Errand.Expire _ ->
          null;
    };
  }

  private static Digest seen(Filed filed, Errand.Sight sight) {
    Digest former = filed.former();
    return switch (sight) {
      case PRESENT -> filed.request().digest();
      case OTHER -> former == null ? NONE : former;
    };
  }

  /** The same after its next read. */
  Hand next(World world, Hand hand) {
    Facts facts = hand.facts();
    Facts more =
        switch (of(hand.errand()).get(hand.reads())) {
          case WHO -> facts.with(actor(world, hand.errand().by()));
          case REQUEST ->
              facts.with(
                  facts.actor() == null ? actor(world, hand.errand().by()) : facts.actor(),
                  world.filed(hand.errand().request()),
                  new Counters(
                      Rulebook.PAYMENTS,
                      world.get(Part.RULES).counter(),
                      world.get(Part.STAFF).counter()));
          case RULES -> facts.with(world.get(Part.RULES).rules());
          case DIRECTORY -> facts.with(world.get(Part.STAFF).directory());
          case SECRETS -> facts.with(Secrets.of(world).found(documents(hand.errand())));
        };
    return new Hand(hand.errand(), hand.reads() + 1, more);
  }

  private List<DocumentId> documents(Errand errand) {
    return errand instanceof Errand.Revise revise
        ? revise.documents()
        : realm.proposals().get(errand.request()).documents();
  }

  private static @Nullable Actor actor(World world, @Nullable String name) {
    return name == null ? null : world.get(Part.STAFF).directory().actor(ActorId.of(name));
  }
}
