package io.countersign.faults.aws;

import java.util.Set;

/**
 * One call of a command: what it asks, and the how many-th of those it is. Nothing in it is chosen
 * by chance, so a site is the same one in each run.
 */
public record Site(String service, String operation, String subject, int number) {
  private static final Set<String> CHATS = Set.of("Slack", "Teams");
  private static final Set<String> READS =
      Set.of(
          "BatchGetItem",
          "GetItem",
          "Query",
          "GenerateMac",
          "GetSecretValue",
          "DescribeSecret",
          "ListSecretVersionIds",
          "ListSecrets");

  /** A call of Secrets Manager about a document. */
  public static Site onDocument(String operation, String subject, int number) {
    return new Site("Secrets Manager", operation, "document " + subject, number);
  }

  /** A call of a chat. */
  static Site onChat(String chat, String operation) {
    return new Site(chat, operation, "", 1);
  }

  /** The same with what it has written or met, for who wants to tell one from another. */
  Site having(String what) {
    return new Site(service, operation, (subject + " " + what).strip(), number);
  }

  Site numbered(int which) {
    return new Site(service, operation, subject, which);
  }

  /** For the table. */
  public String title() {
    return service
        + " "
        + operation
        + (subject.isEmpty() ? "" : " " + subject)
        + (number == 1 ? "" : " (" + number + ")");
  }

  /** Whether it only reads: then it is all the same to AWS whether it was carried out. */
  public boolean reads() {
    return READS.contains(operation);
  }

  /** Whether it changes something in DynamoDB, so that a transaction can be in its way. */
  boolean writesTable() {
    return service.equals("DynamoDB") && !reads();
  }

  /** Whether it is about a managed secret, which others write, too. */
  private boolean touchesDocument() {
    return service.equals("Secrets Manager") && subject.startsWith("document");
  }

  private boolean isChat() {
    return CHATS.contains(service);
  }

  /** Whether there is anything of that kind to go wrong at it. */
  public boolean canMeet(Fault fault) {
    return switch (fault) {
      case THROTTLED, DENIED, LOST, UNANSWERED, KILLED -> true;
      case CONFLICT -> writesTable() || touchesDocument();
      case FAILING, OVERLONG -> isChat();
    };
  }
}
