package io.countersign.explore.promise;

/** What must hold whatever happens; the names are those of the design's rules and invariants. */
public enum Promise {
  S1("merged only when distinct, eligible people agreed on exactly that, then and now"),
  S2("a vote counts for one digest, and an edit leaves none"),
  S3("what is written is what was sealed, byte for byte, and nothing else changes"),
  S4("applied only on the base that was reviewed"),
  S5("a merge takes effect once"),
  S6("an end is an end, and a merge under way is left alone"),
  S7("no author, editor, owner or outsider counts"),
  S8("who is no longer eligible does not count"),
  S9("nobody weakens what an open request needs, and a rejection stands"),
  S10("a bypass is allowed, has a reason, and never looks like a merge"),
  S13("all, nothing, or the truth about it"),
  S14("nobody with an older plan writes"),
  S17("what nobody could approve is not taken"),
  R5("rejections end a request exactly where the policy says so"),
  R6("only who may merge does, and for an author who still may propose"),
  R10("after its time nothing happens to a request but its end"),
  A1("each step has its events, without gaps, and they tell the state"),
  V1("from everywhere there is a way to an end"),
  V2("what is agreed can be merged, or is told why not");

  private final String words;

  Promise(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
