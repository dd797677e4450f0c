/** The change request: its revisions, votes, events, and the rules that decide every command. */
@NullMarked
package io.countersign.request;

import org.jspecify.annotations.NullMarked;
