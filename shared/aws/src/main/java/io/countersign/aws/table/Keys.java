package io.countersign.aws.table;

import io.countersign.directory.Subject;
import io.countersign.name.Token;
import io.countersign.project.ProjectId;
import io.countersign.request.Request;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The keys of the one table. */
public final class Keys {
  static final String PK = "pk";
  static final String SK = "sk";
  static final String STATE = "STATE";
  static final String RULES = "RULES";
  static final String DIRECTORY = "DIRECTORY";
  static final String PREFIXES = "PREFIXES";
  static final String DUE_OPEN = "DUE#OPEN";
  static final String DUE_MERGING = "DUE#MERGING";
  static final String OUTBOX = "OUTBOX";
  static final String REQUESTS = "REQUESTS";
  static final String JOINS = "JOINS";
  static final String PROJECTS = "PROJECTS";

  private Keys() {}

  static String request(RequestId id) {
    return "CR#" + id;
  }

  static String revision(Digest digest) {
    return "REV#" + digest.hex();
  }

  /** Sorts as the sequence does, up to ten digits. */
  static String event(long sequence) {
    return "EVT#%010d".formatted(sequence);
  }

  static String project(ProjectId id) {
    return "PROJECT#" + id;
  }

  static String subject(Subject subject) {
    return "SUBJECT#" + Token.of(subject.issuer(), subject.subject());
  }

  static String repeat(String key) {
    return "IDEM#" + key;
  }

  /** For lists that show the newest first: by time, then id. */
  static String newest(Request request) {
    return "%s#%s".formatted(request.createdAt(), request.id());
  }

  static Map<String, AttributeValue> of(String pk, String sk) {
    return Map.of(PK, AttributeValue.fromS(pk), SK, AttributeValue.fromS(sk));
  }
}
