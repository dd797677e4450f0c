package io.countersign.wire;

import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.revision.Nonce;
import io.countersign.revision.Sealing;
import io.countersign.vault.Proposals;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What is kept under the pending prefix: one text over all entries, cut into parts; the format
 * carries its version.
 */
public final class SealingJson {
  private static final int FORMAT = 1;

  private SealingJson() {}

  /** The texts of the parts, in order, each within {@link Proposals#LARGEST} bytes of UTF-8. */
  public static List<String> write(List<Sealing> sealings) {
    String all =
        Json.object()
            .put("format", FORMAT)
            .put("entries", Json.array(sealings, SealingJson::write))
            .build()
            .text();
    List<String> parts = new ArrayList<>();
    int start = 0;
    int bytes = 0;
    for (int at = 0; at < all.length(); ) {
      int point = all.codePointAt(at);
      int width = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
      if (bytes + width > Proposals.LARGEST) {
        parts.add(all.substring(start, at));
        start = at;
        bytes = 0;
      }
      bytes += width;
      at += Character.charCount(point);
    }
    parts.add(all.substring(start));
    return parts;
  }

  private static Json write(Sealing sealing) {
    return Json.object()
        .put("value", sealing.value().hex())
        .put("base", sealing.base().hex())
        .put("target", sealing.target().hex())
        .put("text", sealing.text())
        .build();
  }

  /** The entries of all parts, given in order. */
  public static List<Sealing> read(List<String> parts) {
    Fields json = Fields.of(JsonText.parse(String.join("", parts)));
    json.number("format", FORMAT, FORMAT);
    return json.objects("entries").stream()
        .map(
            entry ->
                new Sealing(
                    Nonce.of(entry.text("value")),
                    Nonce.of(entry.text("base")),
                    Nonce.of(entry.text("target")),
                    entry.optionalText("text")))
        .toList();
  }
}
