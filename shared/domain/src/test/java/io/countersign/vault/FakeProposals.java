package io.countersign.vault;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Proposed values in memory, by Secrets Manager's rules. */
public final class FakeProposals implements Proposals {
  private final InstantSource clock;
  private final Line line = new Line();
  private SortedMap<String, Proposal> proposals = new TreeMap<>();

  /** Texts by version id, and when the last was written. */
  record Proposal(Map<String, String> versions, Instant at) {
    Proposal with(String versionId, String text, Instant now) {
      Map<String, String> more = new TreeMap<>(versions);
      return text.equals(more.put(versionId, text)) ? this : new Proposal(Map.copyOf(more), now);
    }
  }

  /** All proposals at one moment. */
  public static final class Snapshot {
    private final Map<String, Proposal> proposals;

    private Snapshot(Map<String, Proposal> proposals) {
      this.proposals = Map.copyOf(proposals);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Snapshot that && proposals.equals(that.proposals);
    }

    @Override
    public int hashCode() {
      return proposals.hashCode();
    }
  }

  public FakeProposals(InstantSource clock) {
    this.clock = clock;
  }

  /** What calls go over; a snapshot does not hold it. */
  public Line line() {
    return line;
  }

  public Snapshot snapshot() {
    return new Snapshot(proposals);
  }

  public void restore(Snapshot snapshot) {
    proposals = new TreeMap<>(snapshot.proposals);
  }

  @Override
  public String write(String name, String token, String text) {
    Tokens.check(token);
    Tokens.checkLength(text, LARGEST);
    return line.call(
        "write " + name,
        () -> {
          Proposal there = proposals.getOrDefault(name, new Proposal(Map.of(), clock.instant()));
          if (!there.versions().getOrDefault(token, text).equals(text)) {
            throw new IllegalStateException("a token's version holds another text");
          }
          proposals.put(name, there.with(token, text, clock.instant()));
          return token;
        });
  }

  @Override
  public @Nullable String read(String name, String versionId) {
    return line.call(
        "read " + name + " " + versionId,
        () -> {
          Proposal there = proposals.get(name);
          return there == null ? null : there.versions().get(versionId);
        });
  }

  @Override
  public void delete(Collection<String> names) {
    line.run("delete " + names, () -> names.forEach(name -> proposals.remove(name)));
  }

  @Override
  public SortedMap<String, Instant> list() {
    return line.call(
        "list",
        () -> {
          SortedMap<String, Instant> all = new TreeMap<>();
          proposals.forEach((name, proposal) -> all.put(name, proposal.at()));
          return all;
        });
  }
}
