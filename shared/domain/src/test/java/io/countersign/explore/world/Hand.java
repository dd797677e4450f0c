package io.countersign.explore.world;

import io.countersign.explore.realm.Errand;

/**
 * A command under way.
 *
 * @param reads how many of its reads were made
 * @param facts what they found
 */
public record Hand(Errand errand, int reads, Facts facts) {}
