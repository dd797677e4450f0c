package io.countersign.local.runtime;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Instant;

/** One call, as the Runtime API hands it out. */
final class Call {
  private final HttpHeaders headers;
  private final byte[] event;

  private Call(HttpHeaders headers, byte[] event) {
    this.headers = headers;
    this.event = event;
  }

  static Call from(HttpResponse<byte[]> next) {
    return new Call(next.headers(), next.body());
  }

  byte[] event() {
    return event;
  }

  String requestId() {
    return header("Lambda-Runtime-Aws-Request-Id");
  }

  String functionArn() {
    return header("Lambda-Runtime-Invoked-Function-Arn");
  }

  String traceId() {
    return header("Lambda-Runtime-Trace-Id");
  }

  Instant deadline() {
    return Instant.ofEpochMilli(Long.parseLong(header("Lambda-Runtime-Deadline-Ms")));
  }

  private String header(String name) {
    return headers.firstValue(name).orElse("");
  }
}
