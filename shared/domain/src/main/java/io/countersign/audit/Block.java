package io.countersign.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The line of a request or a journal in a page of an export, and the events that follow it. */
final class Block {
  /** Where the events go on in the next page. */
  record Rest(String chain, long first, String hash) {
    String awaited() {
      return Block.event(chain, first);
    }
  }

  private record Numbered(long line, ExportLine.Entry entry) {
    boolean is(String chain, long sequence) {
      return entry.chain().equals(chain) && entry.event().sequence() == sequence;
    }
  }

  private final long line;
  private final ExportLine.Heading heading;
  private final @Nullable Rest before;
  private final List<Numbered> entries = new ArrayList<>();

  /**
   * A block.
   *
   * @param before what the block before has left for this one, or null for nothing
   */
  Block(long line, ExportLine.Heading heading, @Nullable Rest before) {
    this.line = line;
    this.heading = heading;
    this.before = before;
  }

  void add(long number, ExportLine.Entry entry) {
    entries.add(new Numbered(number, entry));
  }

  /** What is left of the events, or null for nothing. */
  @Nullable Rest rest() {
    return heading.last() < heading.events() && !entries.isEmpty()
        ? new Rest(heading.chain(), heading.last() + 1, entries.getLast().entry().event().hash())
        : null;
  }

  /** The next event that should stand here. */
  String awaited() {
    return event(heading.first() + entries.size());
  }

  /** What is wrong with it, or null. */
  Verdict.@Nullable Broken problem() {
    String hash = beginning();
    if (hash == null) {
      return new Verdict.Broken(
          line, before == null ? event(1) : before.awaited(), "is missing before this line");
    }
    for (int i = 0; i < entries.size(); i++) {
      Numbered here = entries.get(i);
      Verdict.Broken problem = problem(here, heading.first() + i, hash);
      if (problem != null) {
        return problem;
      }
      hash = here.entry().event().hash();
    }
    return afterwards(hash);
  }

  /** The hash that its first event follows; null when events are missing before it. */
  private @Nullable String beginning() {
    if (before == null) {
      return heading.first() == 1 ? Chain.START : null;
    }
    boolean follows = before.chain().equals(heading.chain()) && before.first() == heading.first();
    return follows ? before.hash() : null;
  }

  private Verdict.@Nullable Broken problem(Numbered here, long sequence, String previous) {
    if (!here.is(heading.chain(), sequence)) {
      return misplaced(here, sequence);
    }
    if (sequence > heading.last()) {
      return new Verdict.Broken(here.line(), event(sequence), "does not belong here");
    }
    Recorded event = here.entry().event();
    boolean asWritten =
        event.previous().equals(previous) && event.sound() && event.names(heading.chain());
    return asWritten
        ? null
        : new Verdict.Broken(
            here.line(), event(sequence), "was changed: its text is not the one that was hashed");
  }

  private Verdict.Broken misplaced(Numbered here, long sequence) {
    for (Numbered other : entries) {
      if (other.is(heading.chain(), sequence)) {
        return new Verdict.Broken(
            here.line(), event(sequence), "is out of order: it stands in line " + other.line());
      }
    }
    long found = here.entry().event().sequence();
    return here.entry().chain().equals(heading.chain()) && found > sequence
        ? new Verdict.Broken(here.line(), event(sequence), "is missing before this line")
        : new Verdict.Broken(
            here.line(), event(here.entry().chain(), found), "does not belong here");
  }

  /** What is wrong with its end. */
  private Verdict.@Nullable Broken afterwards(String hash) {
    boolean all = heading.first() + entries.size() == heading.last() + 1;
    boolean head = hash.equals(heading.head());
    if (!all && !head) {
      return new Verdict.Broken(
          line + entries.size() + 1, awaited(), "is missing before this line");
    }
    boolean asWritten = all && !entries.isEmpty() && (heading.last() < heading.events() || head);
    return asWritten
        ? null
        : new Verdict.Broken(
            line, heading.title(), "was changed: it tells of other events than those that follow");
  }

  private String event(long sequence) {
    return event(heading.chain(), sequence);
  }

  private static String event(String chain, long sequence) {
    return "event " + sequence + " of " + chain;
  }
}
