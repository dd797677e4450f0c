package io.countersign.destination;

/** A key that a destination cannot hold, and why; never its value. */
public record Unheld(String key, String reason) {}
