package io.countersign.vault;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One secret with Secrets Manager's rules: versions never change, a label sits on one version, the
 * first version is current, and {@code AWSPREVIOUS} follows {@code AWSCURRENT}. Immutable.
 *
 * @param labels the version that each label is on
 * @param held by what else than a rotation it is held, or null
 */
record FakeSecret(
    String arn,
    Map<String, Content> versions,
    Map<String, String> labels,
    boolean deleted,
    Seen.@Nullable Hindrance held) {
  static final String CURRENT = "AWSCURRENT";
  static final String PREVIOUS = "AWSPREVIOUS";
  static final String PENDING = "AWSPENDING";
  private static final int MOST_LABELS = 20;

  /** What a version holds: a text, or null for bytes. */
  record Content(@Nullable String text) {}

  FakeSecret {
    versions = Map.copyOf(versions);
    labels = Map.copyOf(labels);
    if (labels.size() > MOST_LABELS) {
      throw new VaultUnavailable("LimitExceededException");
    }
  }

  static FakeSecret empty(String arn) {
    return new FakeSecret(arn, Map.of(), Map.of(), false, null);
  }

  @Nullable String current() {
    return labels.get(CURRENT);
  }

  /** A put: of the same again nothing comes, labels included; of other content under it a fault. */
  FakeSecret put(String id, Content content, String label) {
    Content there = versions.get(id);
    if (there != null) {
      if (!there.equals(content)) {
        throw new IllegalStateException("a token's version holds another text");
      }
      return this;
    }
    Map<String, Content> more = new TreeMap<>(versions);
    more.put(id, content);
    FakeSecret next = new FakeSecret(arn, more, labels, deleted, held).labelled(label, id);
    return versions.isEmpty() ? next.labelled(CURRENT, id) : next;
  }

  /** With the label on this version and on no other. */
  FakeSecret labelled(String label, String version) {
    Map<String, String> next = new TreeMap<>(labels);
    String before = next.put(label, version);
    if (label.equals(CURRENT) && before != null && !before.equals(version)) {
      next.put(PREVIOUS, before);
    }
    return new FakeSecret(arn, versions, next, deleted, held);
  }

  FakeSecret without(String label) {
    Map<String, String> next = new TreeMap<>(labels);
    next.remove(label);
    return new FakeSecret(arn, versions, next, deleted, held);
  }

  FakeSecret deleted(boolean now) {
    return new FakeSecret(arn, versions, labels, now, held);
  }

  FakeSecret held(Seen.@Nullable Hindrance by) {
    return new FakeSecret(arn, versions, labels, deleted, by);
  }

  /** Itself, when it may be written; a rotation keeps nobody from that. */
  FakeSecret writable() {
    if (deleted || (held != null && held != Seen.Hindrance.ROTATING)) {
      throw new VaultUnavailable("InvalidRequestException");
    }
    return this;
  }

  Seen seen() {
    if (deleted) {
      return new Seen.Deleted(arn, current());
    }
    String current = current();
    Content content = current == null ? null : versions.get(current);
    if (current == null || content == null) {
      return new Seen.Missing();
    }
    String pending = labels.get(PENDING);
    Seen.Hindrance rotating =
        pending == null || pending.equals(current) ? null : Seen.Hindrance.ROTATING;
    return new Seen.Present(
        arn, current, labels.get(PREVIOUS), content.text(), held == null ? rotating : held);
  }
}
