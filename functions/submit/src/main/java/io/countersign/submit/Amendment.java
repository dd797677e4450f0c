package io.countersign.submit;

import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.json.Json;
import io.countersign.name.InvalidName;
import io.countersign.proposal.Against;
import io.countersign.proposal.ChangeSet;
import io.countersign.proposal.DocumentChange;
import io.countersign.proposal.Keep;
import io.countersign.revision.Digest;
import io.countersign.revision.Revision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for in place of the revision that they saw, as the body has it.
 *
 * @param title or null to leave it as it is
 * @param message or null to leave it as it is
 */
record Amendment(
    Digest seen,
    @Nullable String title,
    @Nullable String message,
    List<DocumentChange> changes,
    Keep keep,
    Against against) {

  static Amendment of(Fields body) {
    Keep keep = keep(body);
    Amendment amendment =
        new Amendment(
            body.typed("digest", Digest::new),
            body.has("title") ? body.text("title", Submission.LONGEST_TITLE) : null,
            body.has("message") ? body.messageOrEmpty("message") : null,
            Changes.of(body),
            keep,
            keep.equals(Keep.Listed.NONE)
                ? ofNothingKept(body)
                : body.typed("base", Amendment::against));
    body.end();
    return amendment;
  }

  private static Against ofNothingKept(Fields body) {
    if (body.has("base")) {
      throw new InvalidField("base", "keep", "must stand beside keep only: it binds what is kept");
    }
    return Against.PRESENT;
  }

  private static Keep keep(Fields body) {
    if (body.optional("keep") instanceof Json.Str(String word)) {
      if (word.equals("all")) {
        return new Keep.All("keep");
      }
      throw new InvalidField("keep", "choice", "must be \"all\" or a list of keys");
    }
    List<Keep.Name> names = new ArrayList<>();
    Set<Keep.Name> seen = new HashSet<>();
    List<Fields> items = body.objects("keep");
    for (int i = 0; i < items.size(); i++) {
      Fields item = items.get(i);
      String field = "keep[" + i + "]";
      Keep.Name name = new Keep.Name(field, Changes.document(item), item.optionalText("key"));
      item.end();
      if (!seen.add(new Keep.Name("", name.document(), name.key()))) {
        throw new InvalidField(field + ".key", "key-twice", "names a key for the second time");
      }
      names.add(name);
    }
    return names.isEmpty() ? Keep.Listed.NONE : new Keep.Listed(names);
  }

  private static Against against(String word) {
    return switch (word) {
      case "present" -> Against.PRESENT;
      case "unchanged" -> Against.UNCHANGED;
      default -> throw new InvalidName("choice", "\"present\" or \"unchanged\"");
    };
  }

  ChangeSet changeSet(Revision present) {
    return new ChangeSet(changes, keep.of(present), against);
  }
}
