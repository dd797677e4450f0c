package io.countersign.document;

/** Where the two tokens of a member stand in the text; ends are exclusive, in chars. */
record Span(int nameStart, int nameEnd, int valueStart, int valueEnd) {}
