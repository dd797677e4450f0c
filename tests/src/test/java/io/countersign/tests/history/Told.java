package io.countersign.tests.history;

/** What a client was told: that a call on a request succeeded. */
record Told(String request, String deed, String status) {}
