package io.countersign.edge.http;

import io.countersign.directory.Subject;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The OIDC clients that act by themselves, as the deployment names them: the only ones whose tokens
 * are machines', and never a person's.
 */
public record MachineClients(Set<String> ids) {
  /** Of a deployment without machines. */
  public static final MachineClients NONE = new MachineClients(Set.of());

  /** An audience of several comes as {@code [one two]}. */
  private static final Pattern BETWEEN = Pattern.compile("[\\[\\],\\s]+");

  public MachineClients {
    ids = Set.copyOf(ids);
  }

  public static MachineClients of(Collection<String> ids) {
    return new MachineClients(Set.copyOf(ids));
  }

  /** Whether the subject is one of these clients itself, as in the tokens of Cognito. */
  public boolean include(Subject subject) {
    return ids.contains(subject.subject());
  }

  /** Whether one of them is in a claim. */
  boolean in(String claim) {
    return BETWEEN.splitAsStream(claim).anyMatch(ids::contains);
  }
}
