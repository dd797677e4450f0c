package io.countersign.policy;

import io.countersign.directory.PersonId;
import java.util.SortedSet;

/**
 * A requirement together with the people who were in its set when it was bound (rule 2).
 *
 * @param members the active people of the set at that moment
 */
public record BoundRequirement(Requirement requirement, SortedSet<PersonId> members) {}
