package io.countersign.wire;

import io.countersign.proposal.Wanted;
import io.countersign.revision.Batch;
import io.countersign.revision.Origin;
import io.countersign.revision.Part;
import io.countersign.revision.Place;
import io.countersign.revision.Revision;
import io.countersign.revision.Sealing;
import io.countersign.vault.Proposals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fetches the proposed values of a revision from wherever they were first written. */
public final class Unsealing {
  private final Proposals proposals;

  public Unsealing(Proposals proposals) {
    this.proposals = proposals;
  }

  /**
   * What belongs to the operations, in their order, or null when some of it is gone. Nothing says
   * yet that it is what the revision names.
   *
   * @throws IllegalArgumentException when what is there is not of our form
   */
  public @Nullable List<Sealing> of(Revision revision) {
    Map<String, List<Sealing>> written = new HashMap<>();
    for (Batch batch : revision.batches()) {
      List<Sealing> entries = entries(batch);
      if (entries == null) {
        return null;
      }
      written.put(batch.token(), entries);
    }
    List<Sealing> sealings = new ArrayList<>();
    for (Origin origin : revision.origins()) {
      sealings.add(at(origin.value(), written).against(at(origin.bases(), written)));
    }
    return sealings;
  }

  /**
   * What the revision wants of its documents, with values that are proven to be those of its
   * digest; empty when they are not, or gone (rule 1).
   *
   * @throws IllegalArgumentException when what is there is not of our form
   */
  public List<Wanted> proven(Revision revision) {
    List<Sealing> sealings = of(revision);
    if (sealings == null || !revision.recomputed().equals(revision.digest())) {
      return List.of();
    }
    List<Wanted> wanted = Wanted.of(revision, sealings);
    return wanted.stream().allMatch(Wanted::genuine) ? wanted : List.of();
  }

  private @Nullable List<Sealing> entries(Batch batch) {
    List<String> texts = new ArrayList<>();
    for (Part part : batch.parts()) {
      String text = proposals.read(part.name(), part.versionId());
      if (text == null) {
        return null;
      }
      texts.add(text);
    }
    return SealingJson.read(texts);
  }

  private static Sealing at(Place place, Map<String, List<Sealing>> written) {
    List<Sealing> entries = written.getOrDefault(place.token(), List.of());
    if (place.entry() >= entries.size()) {
      throw new IllegalArgumentException("a revision refers to an entry that was never written");
    }
    return entries.get(place.entry());
  }
}
