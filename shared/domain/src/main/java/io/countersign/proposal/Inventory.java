package io.countersign.proposal;

import io.countersign.document.Document;
import io.countersign.document.Member;
import io.countersign.name.WellFormed;
import io.countersign.revision.Mac;
import io.countersign.revision.Nonce;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** All that a document holds, by key, each value bound together with its key. */
final class Inventory {
  private Inventory() {}

  static SortedMap<String, Mac> of(Document document, Nonce nonce) {
    SortedMap<String, Mac> all = new TreeMap<>();
    for (Member member : document.members()) {
      all.put(member.name(), nonce.bind(bytes(member)));
    }
    return all;
  }

  /** The name with its length before it, then the value. */
  private static byte[] bytes(Member member) {
    byte[] name = WellFormed.utf8(member.name());
    byte[] value = member.canonical();
    return ByteBuffer.allocate(Integer.BYTES + name.length + value.length)
        .putInt(name.length)
        .put(name)
        .put(value)
        .array();
  }

  /** The keys that only one of the two has, or that hold another value; sorted. */
  static List<String> differing(SortedMap<String, Mac> one, SortedMap<String, Mac> other) {
    TreeSet<String> keys = new TreeSet<>(one.keySet());
    keys.addAll(other.keySet());
    keys.removeIf(key -> Objects.equals(one.get(key), other.get(key)));
    return List.copyOf(keys);
  }
}
