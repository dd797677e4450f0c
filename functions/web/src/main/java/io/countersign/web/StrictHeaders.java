package io.countersign.web;

import io.countersign.edge.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every answer tells the browser to refuse, whatever the page might one day contain. */
final class StrictHeaders {
  private final Map<String, String> all;

  StrictHeaders(String tokenOrigin) {
    String policy =
        String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            // Pico draws its form icons from data: images.
            "img-src 'self' data:",
            "connect-src 'self' " + tokenOrigin,
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'");
    all =
        Map.of(
            "content-security-policy", policy,
            "x-content-type-options", "nosniff",
            "x-frame-options", "DENY",
            "referrer-policy", "no-referrer",
            "strict-transport-security", "max-age=31536000",
            "cross-origin-opener-policy", "same-origin",
            "cross-origin-resource-policy", "same-origin",
            "permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  }

  HttpResponse on(HttpResponse answer) {
    Map<String, String> headers = new LinkedHashMap<>(answer.headers());
    headers.putAll(all);
    return new HttpResponse(answer.status(), headers, answer.body(), answer.binary());
  }
}
