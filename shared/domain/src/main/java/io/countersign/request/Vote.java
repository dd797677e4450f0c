package io.countersign.request;

import io.countersign.directory.PersonId;
import java.time.Instant;

/**
 * One person's standing vote on the present revision; its text is in the event only.
 *
 * @param event the sequence number of the event that cast it
 */
public record Vote(PersonId voter, Decision decision, Instant at, long event) {}
