package io.countersign.explore.world;

import io.countersign.project.DocumentId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who wrote what stands under the keys of the documents now; nobody where it stood there first. */
public record Owners(SortedMap<String, Owner> all) {
  public static final Owners NOBODY = new Owners(Collections.emptySortedMap());

  /** Who can write. */
  public enum Owner {
    NOBODY,
    FIRST_REQUEST,
    SECOND_REQUEST,
    OTHERS;

    public static Owner of(int request) {
      return request == 0 ? FIRST_REQUEST : SECOND_REQUEST;
    }
  }

  public Owner of(DocumentId document, String key) {
    return all.getOrDefault(document + " " + key, Owner.NOBODY);
  }

  public Owners with(DocumentId document, String key, Owner owner) {
    SortedMap<String, Owner> next = new TreeMap<>(all);
    if (owner == Owner.NOBODY) {
      next.remove(document + " " + key);
    } else {
      next.put(document + " " + key, owner);
    }
    return new Owners(next);
  }
}
