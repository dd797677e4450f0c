package io.countersign.governance;

/**
 * Why edits cannot be written together.
 *
 * @param code of the rule that they break
 * @param field of the call that it is about
 * @param message what is wrong with it, to follow the field
 */
public record Misfit(String code, String field, String message) {}
