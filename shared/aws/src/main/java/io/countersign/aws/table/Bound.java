package io.countersign.aws.table;

import io.countersign.directory.Actor;
import io.countersign.directory.ActorId;
import io.countersign.directory.MachineId;
import io.countersign.directory.PersonId;
import io.countersign.directory.Subject;
import io.countersign.json.Json;
import io.countersign.wire.DirectoryJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Whose a subject is: one item, which names a person or a machine, never both. */
final class Bound {
  static final String SUBJECT = "SUBJECT";
  private static final String ACTOR = "actor";

  private Bound() {}

  /**
   * Binds the actor's subject, and frees the one before; who asked to join with it asks no more.
   *
   * @param as the actor, as whoever reads the item is to find them
   */
  static void move(
      Writes writes, ActorId actor, @Nullable Subject before, @Nullable Subject after, Json as) {
    Map<String, AttributeValue> own = Map.of(":actor", AttributeValue.fromS(actor.value()));
    if (before != null && !before.equals(after)) {
      writes.delete(Keys.subject(before), SUBJECT, "actor = :actor", own);
    }
    if (after != null && !after.equals(before)) {
      writes.delete(Keys.JOINS, Keys.subject(after));
    }
    if (after != null) {
      writes.put(
          Item.of(Keys.subject(after), SUBJECT).put(ACTOR, actor.value()).data(as),
          "attribute_not_exists(pk) OR actor = :actor",
          own);
    }
  }

  static Actor actor(Item item) {
    return switch (ActorId.of(item.text(ACTOR))) {
      case PersonId _ -> Actor.of(DirectoryJson.person(item.data()));
      case MachineId _ -> Actor.of(DirectoryJson.machine(item.data()));
    };
  }
}
