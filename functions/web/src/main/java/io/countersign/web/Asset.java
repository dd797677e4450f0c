package io.countersign.web;

import io.countersign.edge.http.Coding;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import java.util.Map;

/**
 * One file of the dashboard, ready to be sent.
 *
 * @param packed the text in every coding that there is of it
 */
record Asset(String type, String text, Map<Coding, byte[]> packed) {
  Asset {
    packed = Map.copyOf(packed);
  }

  /** What is made here, at init. */
  static Asset of(String name, String text) {
    return new Asset(typeOf(name), text, Map.of(Coding.GZIP, Coding.gzip(text)));
  }

  /** What the build has packed, which takes its time and packs tighter. */
  static Asset of(String name, String text, byte[] brotli) {
    return new Asset(
        typeOf(name), text, Map.of(Coding.GZIP, Coding.gzip(text), Coding.BROTLI, brotli));
  }

  private static String typeOf(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> throw new IllegalArgumentException("no content type is known for " + name);
    };
  }

  /**
   * The answer to whoever asks for it, as tight as they take it.
   *
   * @param keep whether and how long they may keep it
   */
  HttpResponse answer(HttpRequest request, String keep) {
    HttpResponse plain =
        new HttpResponse(
            200,
            Map.of("content-type", type, "cache-control", keep, "vary", "accept-encoding"),
            text,
            false);
    for (Coding coding : Coding.values()) {
      byte[] bytes = packed.get(coding);
      if (bytes != null && coding.takenBy(request)) {
        return plain.packed(coding, bytes);
      }
    }
    return plain;
  }
}
