package io.countersign.bench.usual;

/** The body of a vote. */
public record Ballot(String decision, String digest, String comment) {}
