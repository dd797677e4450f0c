package io.countersign.aws.table;

import io.countersign.audit.Chain;
import io.countersign.audit.Recorded;
import io.countersign.journal.Deed;
import io.countersign.journal.Tip;
import io.countersign.project.ProjectId;
import io.countersign.store.Counters;
import io.countersign.store.Journal;
import io.countersign.store.Note;
import io.countersign.wire.DeedJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Journals in DynamoDB: an item a deed, and one that says where the journal ends. */
public final class DynamoJournal implements Journal {
  private static final String TIP = "TIP";

  private final Table table;

  public DynamoJournal(Table table) {
    this.table = table;
  }

  @Override
  public Tip tip(ProjectId project) {
    Item item = table.get(pk(project), TIP);
    return item == null ? Tip.NONE : new Tip(item.number("sequence"), item.text("hash"));
  }

  @Override
  public boolean write(Note note) {
    Counters counters = note.unchanged();
    ProjectId project = counters.project();
    return add(new Writes(table), project, note.after(), List.of(note.deed()), note.at())
        .unchanged(Keys.project(project), counters.rules())
        .unchanged(Keys.DIRECTORY, counters.directory())
        .commit();
  }

  /** The next deeds of a journal that ended there. */
  static Writes add(Writes writes, ProjectId project, Tip before, List<Deed> deeds, Instant at) {
    Tip last = before;
    for (Deed deed : deeds) {
      long sequence = last.sequence() + 1;
      String text = DeedJson.record(project, sequence, at, deed).text();
      String hash = Chain.next(last.hash(), text);
      writes.create(
          Item.of(pk(project), deed(sequence))
              .put(Item.DATA, text)
              .put("previous", last.hash())
              .put("hash", hash));
      last = new Tip(sequence, hash);
    }
    Item tip = Item.of(pk(project), TIP).put("sequence", last.sequence()).put("hash", last.hash());
    return before.sequence() == 0 ? writes.create(tip) : following(writes, tip, before);
  }

  private static Writes following(Writes writes, Item tip, Tip before) {
    return writes.put(
        tip,
        "#sequence = :sequence AND #hash = :hash",
        Map.of(
            ":sequence", Writes.number(before.sequence()),
            ":hash", AttributeValue.fromS(before.hash())),
        Map.of("#sequence", "sequence", "#hash", "hash"));
  }

  @Override
  public List<Recorded> records(ProjectId project, long after, int limit) {
    return table.between(pk(project), deed(after + 1), deed(9_999_999_999L), limit).stream()
        .map(
            item ->
                new Recorded(
                    Long.parseLong(item.sk().substring("DEED#".length())),
                    item.text(Item.DATA),
                    item.text("previous"),
                    item.text("hash")))
        .toList();
  }

  private static String pk(ProjectId project) {
    return "JOURNAL#" + project;
  }

  /** Sorts as the sequence does, up to ten digits. */
  private static String deed(long sequence) {
    return "DEED#%010d".formatted(sequence);
  }
}
