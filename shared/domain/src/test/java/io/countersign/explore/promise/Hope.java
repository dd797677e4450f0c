package io.countersign.explore.promise;

import io.countersign.directory.Permission;
import io.countersign.explore.act.Secrets;
import io.countersign.explore.realm.Coin;
import io.countersign.explore.realm.Realm;
import io.countersign.explore.world.Demand;
import io.countersign.explore.world.Filed;
import io.countersign.explore.world.Ghost;
import io.countersign.explore.world.Part;
import io.countersign.explore.world.Pending;
import io.countersign.explore.world.Ruled;
import io.countersign.explore.world.Staff;
import io.countersign.explore.world.World;
import io.countersign.project.DocumentId;
import io.countersign.request.Status;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What must be reachable for a request: an end always, and its merge while it deserves it. */
public record Hope(Realm realm, int request) {
  public boolean begun(World world) {
    return world.filed(request) != null;
  }

  /** Whether it has come to an end, or to a failure that people have to look at. */
  public boolean ended(World world) {
    Status status = status(world);
    return status != null && (status.ended() || status == Status.FAILED);
  }

  public boolean merged(World world) {
    return status(world) == Status.MERGED;
  }

  /**
   * Whether it is open, agreed, in time, and written against what is there, and nothing is under
   * way that may change that.
   */
  public boolean deserving(World world) {
    Filed filed = world.filed(request);
    Ghost ghost = world.ghost(request);
    return filed != null
        && filed.request().status() == Status.OPEN
        && world.purse().has(Coin.MERGE)
        && Part.HANDS.stream().allMatch(each -> world.get(each) == null)
        && World.REQUESTS.stream().noneMatch(each -> merging(world, each))
        && world.pending(request) == Pending.WHOLE
        && !ghost.stale()
        && (ghost.deadline() == null || world.get(Part.DAY).now().isBefore(ghost.deadline()))
        && based(world, ghost)
        && agreed(world, filed, ghost);
  }

  private static boolean merging(World world, int any) {
    Filed filed = world.filed(any);
    return filed != null && filed.request().status() == Status.MERGING;
  }

  private boolean based(World world, Ghost ghost) {
    Secrets secrets = Secrets.of(world);
    return ghost.bases().entrySet().stream()
        .allMatch(
            each ->
                !secrets.held(each.getKey())
                    && each.getValue().equals(base(secrets, each.getKey())));
  }

  /** What the document holds now under the keys that the request is about. */
  private SortedMap<String, String> base(Secrets secrets, DocumentId document) {
    return Secrets.base(
        realm.proposals().get(request), document, Secrets.read(secrets.text(document)));
  }

  private static boolean agreed(World world, Filed filed, Ghost ghost) {
    Ruled ruled = world.get(Part.RULES);
    Staff staff = world.get(Part.STAFF);
    return new Rights(ruled.rules(), staff.directory())
            .may(filed.request().author().value(), Permission.SECRETS_PROPOSE)
        && new Count(
                ghost,
                filed.request().digest(),
                Demand.of(ruled.rules(), staff.directory(), filed.request().documents()),
                staff.directory())
            .agreed();
  }

  private @Nullable Status status(World world) {
    Filed filed = world.filed(request);
    return filed == null ? null : filed.request().status();
  }
}
