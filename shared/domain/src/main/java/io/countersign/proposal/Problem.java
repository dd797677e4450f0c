package io.countersign.proposal;

/** Something wrong with what was asked for: which field, which rule, and words without a value. */
public record Problem(String field, String rule, String message) {}
