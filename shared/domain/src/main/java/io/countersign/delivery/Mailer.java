package io.countersign.delivery;

/** Sends mail. */
public interface Mailer {
  /**
   * Sends one mail.
   *
   * @throws MailerUnavailable when it may go well later; it is not known whether it was sent
   */
  Sending send(Mail mail);

  /** What came of it. */
  sealed interface Sending {
    /** It is on its way, under this id. */
    record Accepted(String messageId) implements Sending {}

    /** It can never be sent so, and why. */
    record Refused(String reason) implements Sending {}
  }

  /** A mailer without a sender's address: refuses every mail. */
  static Mailer withoutSender() {
    return mail -> new Sending.Refused("no sender address is configured");
  }
}
