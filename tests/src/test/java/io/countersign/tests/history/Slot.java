package io.countersign.tests.history;

/** A key of a document of the environment. */
record Slot(String document, String key) {}
