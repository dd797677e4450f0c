package io.countersign.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps the mails that it was given. */
public final class FakeMailer implements Mailer {
  private final List<Mail> sent = new ArrayList<>();
  private final Set<String> refused = new HashSet<>();
  private int answers = Integer.MAX_VALUE;
  private boolean once;

  /** Refuses an address for good. */
  public void refuse(String address) {
    refused.add(address);
  }

  /** Is away after so many more answers. */
  public void awayAfter(int more) {
    answers = more;
  }

  /** Is away for one mail after so many more answers. */
  public void awayOnceAfter(int more) {
    answers = more;
    once = true;
  }

  /** Is there again. */
  public void back() {
    answers = Integer.MAX_VALUE;
    once = false;
  }

  public List<Mail> sent() {
    return List.copyOf(sent);
  }

  @Override
  public Sending send(Mail mail) {
    if (answers == 0) {
      if (once) {
        back();
      }
      throw new MailerUnavailable("SES SendEmail: away", new IllegalStateException());
    }
    answers--;
    if (refused.contains(mail.to())) {
      return new Sending.Refused("SES refused it: bad address");
    }
    sent.add(mail);
    return new Sending.Accepted("message-" + sent.size());
  }
}
