package io.countersign.document;

import io.countersign.document.ObjectScan.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of one AWS secret (design §1): a flat JSON object, or plain text, which is a document
 * with the one key {@value #PLAIN_KEY}. Immutable; equal to another with the same text.
 */
public final class Document {
  /** The longest document that AWS stores, in bytes of UTF-8. */
  public static final int MAX_BYTES = 65_536;

  /** The one key of a plain-text document. */
  public static final String PLAIN_KEY = "value";

  /** The object without members, which stands for a secret that does not exist yet. */
  public static final Document EMPTY = new Document("{}", List.of(), List.of());

  private final String text;
  private final @Nullable List<Span> spans;
  private final List<Member> members;
  private final Map<String, Member> byName = new HashMap<>();

  /** A document; without spans it is plain text. */
  Document(String text, @Nullable List<Span> spans, List<Member> members) {
    this.text = text;
    this.spans = spans;
    this.members = List.copyOf(members);
    members.forEach(member -> byName.put(member.name(), member));
  }

  /**
   * Reads a secret's content; never fails on the text, whatever it is. JSON is what RFC 8259 says,
   * without any tolerance: a byte order mark, a comment or a trailing comma make it plain text.
   */
  public static Parsed parse(String text) {
    return Reading.read(text);
  }

  /** The exact content. */
  public String text() {
    return text;
  }

  /** Whether the content is no JSON object, so that {@value #PLAIN_KEY} is the only key. */
  public boolean plainText() {
    return spans == null;
  }

  /** The members in the order of the text; names are distinct. */
  public List<Member> members() {
    return members;
  }

  /** The member with this name; null when there is none. */
  public @Nullable Member member(String name) {
    return byName.get(name);
  }

  /** The length of the content in bytes of UTF-8. */
  public int utf8Length() {
    return Utf8.length(text);
  }

  /** Whether AWS would store the content: at most {@value #MAX_BYTES} bytes. */
  public boolean fits() {
    return utf8Length() <= MAX_BYTES;
  }

  /**
   * Applies the edits at once: each reads this document, and their order in the list says nothing
   * (design §1, change set). A key gets a value or a member at most once and deleted or renamed
   * from at most once; a rename's target is absent here, or moved or deleted by the same edits.
   *
   * <p>Members that no edit names keep their bytes, order and whitespace. A set value replaces the
   * value's token, a rename the name's token; a deleted member takes one comma with it; new members
   * follow the last one, sorted by name. A value is written as {@link #kindOf} says.
   *
   * @return the document, or every problem that stands against the edits
   */
  public EditResult edit(List<Edit> edits) {
    return spans == null ? PlainEdit.apply(this, edits) : ObjectEdit.apply(this, spans, edits);
  }

  /**
   * How an edit of this document writes a text under a key: as a JSON string, but bare where the
   * member of that name is a number, boolean or null and the text is a token of the same kind.
   */
  public Kind kindOf(String key, String text) {
    Member member = member(key);
    Kind kind = member == null ? Kind.STRING : member.kind();
    return kind == Kind.ofToken(text) ? kind : Kind.STRING;
  }

  /**
   * Takes a change back out of this document: each member in which {@code after} differs from
   * {@code before} gets its token or its absence of {@code before} again, byte for byte, where it
   * still is as {@code after} has it. All else stays as it is here. A member that comes back stands
   * after the one that it followed before.
   *
   * @param before the document that was changed
   * @param after what became of it
   * @return equal to this where nothing of the change is left; may be longer than AWS stores
   */
  public Document without(Document before, Document after) {
    return new Reverting(before, after).in(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Document document && text.equals(document.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Form and number of keys; the content is a secret and stays out of every log line. */
  @Override
  public String toString() {
    return "Document[" + (plainText() ? "plain text" : members.size() + " keys") + "]";
  }
}
