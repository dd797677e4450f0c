package io.countersign.aws.table;

import io.countersign.destination.Lane;
import io.countersign.directory.PersonId;
import io.countersign.directory.Subject;
import io.countersign.name.Token;
import io.countersign.project.DestinationId;
import io.countersign.project.ProjectId;
import io.countersign.request.Request;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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
  static final String DUE_REMINDER = "DUE#REMINDER";
  static final String DUE_GRANT = "DUE#GRANT";
  static final String DUE_SYNC = "DUE#SYNC";
  static final String OUTBOX = "OUTBOX";
  static final String REQUESTS = "REQUESTS";
  static final String JOINS = "JOINS";
  static final String PROJECTS = "PROJECTS";

  private static final String DESTINATION = "DESTINATION#";

  /** Behind every place of the same time, and every time. */
  static final String BEHIND = "~";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

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

  /** Access for a limited time; beside the rules, and under the same counter. */
  static String grants(ProjectId project) {
    return "GRANTS#" + project;
  }

  /** How the channels of a project are; not among its rules, because nothing rests on it. */
  static String channels(ProjectId project) {
    return "CHANNELS#" + project;
  }

  /** What is at a destination, and what is still to be brought there. */
  static String destination(Lane lane) {
    return DESTINATION + lane.project() + "#" + lane.destination();
  }

  /** In the index of what is due in one lane. */
  static String due(Lane lane) {
    return DUE_SYNC + "#" + lane;
  }

  /** The lane that a partition belongs to. */
  static Lane lane(String pk) {
    int end = pk.indexOf('#', DESTINATION.length());
    return new Lane(
        ProjectId.of(pk.substring(DESTINATION.length(), end)),
        new DestinationId(pk.substring(end + 1)));
  }

  static String subject(Subject subject) {
    return "SUBJECT#" + Token.of(subject.issuer(), subject.subject());
  }

  static String waiting(PersonId person) {
    return "WAIT#" + person;
  }

  static String repeat(String key) {
    return "IDEM#" + key;
  }

  /** By the hash of its token. */
  static String link(String token) {
    return "LINK#" + token;
  }

  static String ballot(RequestId request, PersonId person) {
    return "LINK#" + request + "#" + person;
  }

  /** For lists that show the newest first: by time, then id. */
  static String newest(Request request) {
    return place(request.createdAt(), request.id());
  }

  static String place(Instant time, RequestId id) {
    return time(time) + "#" + id;
  }

  /** A time that sorts as it passes, unlike {@link Instant#toString}. */
  static String time(Instant time) {
    return TIME.format(time);
  }

  /** The request that a partition belongs to. */
  static RequestId request(String pk) {
    return RequestId.parse(pk.substring("CR#".length()));
  }

  /** The sequence number in an event's sort key. */
  static long sequence(String sk) {
    return Long.parseLong(sk.substring("EVT#".length()));
  }

  static Map<String, AttributeValue> of(String pk, String sk) {
    return Map.of(PK, AttributeValue.fromS(pk), SK, AttributeValue.fromS(sk));
  }
}
