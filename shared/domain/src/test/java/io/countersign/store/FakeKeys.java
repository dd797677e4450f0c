package io.countersign.store;

import io.countersign.directory.ActorId;
import io.countersign.directory.PersonId;
import io.countersign.directory.Subject;
import io.countersign.policy.PolicyId;
import io.countersign.project.DocumentId;
import io.countersign.project.ProjectId;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import io.countersign.revision.Scope;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The keys and conditions that both fakes share. */
final class FakeKeys {
  static final String DIRECTORY = "DIRECTORY/";
  static final String COUNTER = "RULES";
  static final String PREFIXES = "PREFIXES";
  static final String BOOTSTRAP = "BOOTSTRAP";

  private FakeKeys() {}

  static String state(RequestId id) {
    return "CR#" + id + "/STATE";
  }

  static String revision(RequestId id, Digest digest) {
    return "CR#" + id + "/REV#" + digest;
  }

  static String events(RequestId id) {
    return "CR#" + id + "/EVT#";
  }

  static String project(ProjectId id) {
    return "PROJECT#" + id + "/";
  }

  /** Versions follow, and a removal is one beside the version that it removes. */
  static String history(ProjectId project, PolicyId policy) {
    return "POLICY#" + project + "#" + policy + "/";
  }

  static String subject(Subject subject) {
    return "SUBJECT#" + subject.issuer().length() + subject.issuer() + "#" + subject.subject();
  }

  static String join(Subject subject) {
    return "JOINS/" + subject(subject);
  }

  static String lock(String secretName) {
    return "DOC#" + secretName + "/LOCK";
  }

  /** Open requests follow, by their place. */
  static String open(ProjectId project, DocumentId document) {
    return "DOC#" + project + "#" + document + "/OPEN#";
  }

  /** The open request of an author about the same, or null where there may be many. */
  static @Nullable String asking(ProjectId project, ActorId author, Scope scope) {
    return scope.once().isEmpty() ? null : "ASK#" + project + "#" + author + "#" + scope.once();
  }

  static String grants(ProjectId project) {
    return "GRANTS#" + project + "/";
  }

  static String repeat(String key) {
    return "IDEM#" + key;
  }

  static String link(String token) {
    return "LINK#" + token;
  }

  static String ballot(RequestId request, PersonId person) {
    return "LINK#" + request + "#" + person;
  }

  static FakeTable.Action create(String key, Object item) {
    return new FakeTable.Action.Put(key, Objects::isNull, item);
  }

  /** A counter is as read; 0 is one that was never bumped. */
  static Predicate<@Nullable Object> counted(long counter) {
    return found -> found == null ? counter == 0 : found.equals(counter);
  }
}
