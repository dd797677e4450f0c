package io.countersign.audit;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Checks an export line by line, without Countersign and without AWS: that every event is there, in
 * sequence, with the text that was hashed; that every request, and the project's journal, ends with
 * its head; that every request stands in its page where it stood; and that every page is there as
 * it was sent, up to the last.
 *
 * <p>It needs as much memory as the events of one request or journal on one page. Somebody who can
 * compute every hash anew can make another whole export: against that, compare heads with those
 * that were kept elsewhere, for example from an earlier export.
 */
public final class Verifier {
  private long line;
  private long pages;
  private long requests;
  private long events;
  private boolean inPage;
  private boolean begun;
  private Seal seal = new Seal();
  private Order order = new Order();
  private long eventsOfPage;
  private @Nullable String scope;
  private @Nullable String next;
  private @Nullable Block block;
  private Block.@Nullable Rest open;
  private Verdict.@Nullable Broken broken;

  /** Takes the next line, without its line feed. */
  public void line(String text) {
    line++;
    switch (ExportLine.of(text)) {
      case null -> broken(block == null ? "line " + line : block.awaited(), "cannot be read");
      case ExportLine.Page page -> page(page);
      case ExportLine.Heading heading -> heading(heading);
      case ExportLine.Entry entry -> entry(entry);
      case ExportLine.End end -> end(end);
    }
    seal.line(text);
  }

  /** The verdict when there are no more lines. */
  public Verdict end() {
    line++;
    if (inPage) {
      judge();
      broken("end of page " + pages, "is missing");
    }
    if (!begun || next != null) {
      broken("page " + (pages + 1), "is missing: the export goes on there");
    }
    return broken == null ? new Verdict.Whole(requests, events) : broken;
  }

  private void page(ExportLine.Page page) {
    boolean follows = Objects.equals(page.after(), next) && (next != null || !begun);
    if (inPage) {
      judge();
      broken("end of page " + pages, "is missing before this line");
    } else if (!follows) {
      broken("page " + (pages + 1), "is missing before this line, or out of order");
    } else if (scope != null && !scope.equals(page.scope())) {
      broken("page " + (pages + 1), "is of another export");
    }
    scope = page.scope();
    begun = true;
    inPage = true;
    pages++;
    seal = new Seal();
    order = new Order();
    eventsOfPage = 0;
  }

  private void heading(ExportLine.Heading heading) {
    judge();
    if (!inPage) {
      broken(heading.title(), "does not belong here");
    }
    block = new Block(line, heading, open);
    order.add(heading.chain(), line);
    if (Order.ofRequest(heading.chain()) && heading.first() == 1) {
      requests++;
    }
  }

  private void entry(ExportLine.Entry entry) {
    if (block == null) {
      broken(
          "event " + entry.event().sequence() + " of " + entry.chain(),
          "does not belong here: no line of a request or journal stands before it");
    } else {
      block.add(line, entry);
      eventsOfPage++;
      events++;
    }
  }

  private void end(ExportLine.End end) {
    judge();
    if (open != null && end.next() == null) {
      broken(open.awaited(), "is missing before this line");
    }
    if (!inPage) {
      broken("line " + line, "does not belong here");
    }
    sealed(end);
    inPage = false;
    block = null;
    next = end.next();
  }

  /** Holds the page, and what its end tells of it, against the seal. */
  private void sealed(ExportLine.End end) {
    List<String> chains = order.chains();
    if (end.seal().equals(seal.of(chains, eventsOfPage, end.next()))) {
      if (!end.chains().equals(chains) || end.events() != eventsOfPage) {
        broken("end of page " + pages, "was changed: it tells of another page");
      }
      return;
    }
    broken(order.problem(end.chains(), line));
    broken("page " + pages, "was changed: its lines are not those that were sealed");
  }

  /** Looks at the block that is now complete. */
  private void judge() {
    if (block != null) {
      broken(block.problem());
      open = block.rest();
    }
  }

  private void broken(String record, String problem) {
    broken(new Verdict.Broken(line, record, problem));
  }

  private void broken(Verdict.@Nullable Broken problem) {
    broken = broken == null ? problem : broken;
  }
}
