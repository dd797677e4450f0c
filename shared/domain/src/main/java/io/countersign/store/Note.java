package io.countersign.store;

import io.countersign.journal.Deed;
import io.countersign.journal.Tip;
import java.time.Instant;

/**
 * A deed to be written.
 *
 * @param after where the journal ended when it was read
 * @param unchanged the counters that the permission for the deed rests on; they name the project
 */
public record Note(Tip after, Deed deed, Instant at, Counters unchanged) {}
