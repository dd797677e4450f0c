package io.countersign.policy;

import io.countersign.directory.Directory;
import io.countersign.project.ChannelId;
import io.countersign.project.DocumentId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;

/**
 * Who must agree before a secret changes, or before somebody is given access for a limited time.
 *
 * @param kind what it is about
 * @param targets where it holds; at least one
 * @param requirements all of them must be met, nobody counting twice; at least one
 * @param channels of its project that are told of what it governs
 * @param version how often the policy was written, from 1
 */
public record Policy(
    PolicyId id,
    Kind kind,
    String name,
    List<Target> targets,
    List<Requirement> requirements,
    Terms terms,
    SortedSet<ChannelId> channels,
    long version) {

  /** The most people that a policy may name, groups resolved. */
  public static final int MOST_PEOPLE = 100;

  /** A change policy that tells no channel. */
  public Policy(
      PolicyId id,
      String name,
      List<Target> targets,
      List<Requirement> requirements,
      Terms terms,
      long version) {
    this(
        id,
        Kind.SECRETS,
        name,
        targets,
        requirements,
        terms,
        Collections.emptySortedSet(),
        version);
  }

  /** Of the targets that have something in common with that place. */
  List<Target> overlapping(Target place) {
    return targets.stream().filter(place::overlaps).toList();
  }

  /** Whether the document is governed by this policy, before precedence. */
  public boolean covers(DocumentId document) {
    return targets.stream().anyMatch(target -> target.covers(document));
  }

  /** Of the targets that cover the document, one that names it most closely. */
  Target closest(DocumentId document) {
    return targets.stream()
        .filter(target -> target.covers(document))
        .max(Comparator.comparing(Target::rank))
        .orElseThrow();
  }

  /** The policy as it stands now, its people resolved. */
  public BoundPolicy bind(Directory directory) {
    return new BoundPolicy(
        id,
        name,
        version,
        terms,
        requirements.stream()
            .map(each -> new BoundRequirement(each, each.members(directory)))
            .toList(),
        terms.bypass().chosen(directory));
  }
}
