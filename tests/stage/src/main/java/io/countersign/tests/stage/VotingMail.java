package io.countersign.tests.stage;

import static org.awaitility.Awaitility.await;

import io.countersign.local.mail.SentMail;
import io.countersign.local.people.Person;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail that lets its reader vote: the link in it, and the code in its text. */
public record VotingMail(String link, String code) {
  private static final Pattern CODE = Pattern.compile("(?m)^Code: ([0-9]{6})$");

  /** The newest to that person about the request, once it is there. */
  public static VotingMail to(Person person, Proposal proposal) {
    return to(person.email(), proposal);
  }

  /** The newest to that address. */
  public static VotingMail to(String address, Proposal proposal) {
    return all(address, proposal, 1).getFirst();
  }

  /** The newest to that person, once there is another one. */
  public static VotingMail second(Person person, Proposal proposal) {
    return all(person.email(), proposal, 2).getFirst();
  }

  private static List<VotingMail> all(String address, Proposal proposal, int least) {
    return await("mails to " + address + " about " + proposal.id())
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(250))
        .until(() -> now(address, proposal), mails -> mails.size() >= least);
  }

  private static List<VotingMail> now(String address, Proposal proposal) {
    Pattern link =
        Pattern.compile("(?m)^(http.*/requests/" + proposal.id() + "#vote=[A-Za-z0-9_-]{43})$");
    return World.stack().mails().to(address).stream()
        .filter(mail -> link.matcher(mail.text()).find())
        .map(mail -> new VotingMail(found(link, mail), found(CODE, mail)))
        .toList();
  }

  /** All that were sent so far. */
  public static List<VotingMail> sent() {
    Pattern link = Pattern.compile("(?m)^(http.*#vote=[A-Za-z0-9_-]{43})$");
    return World.stack().mails().sent().stream()
        .filter(mail -> link.matcher(mail.text()).find())
        .map(mail -> new VotingMail(found(link, mail), found(CODE, mail)))
        .toList();
  }

  private static String found(Pattern pattern, SentMail mail) {
    Matcher matcher = pattern.matcher(mail.text());
    if (!matcher.find()) {
      throw new AssertionError("no " + pattern + " in: " + mail.text());
    }
    return matcher.group(1);
  }

  public String token() {
    return link.substring(link.indexOf("#vote=") + "#vote=".length());
  }

  /** What inspects it. */
  public Map<String, Object> inspection() {
    return Map.of("token", token());
  }

  /** What votes with it. */
  public Map<String, Object> ballot(String decision, Proposal proposal) {
    return ballot(decision, proposal, code);
  }

  /** The same with another code. */
  public Map<String, Object> ballot(String decision, Proposal proposal, String other) {
    Map<String, Object> ballot = new HashMap<>(inspection());
    ballot.put("code", other);
    ballot.put("decision", decision);
    ballot.put("digest", proposal.digest());
    ballot.put("comment", "as seen in the mail");
    return ballot;
  }

  /** Another code than the mail's. */
  public String wrong(int which) {
    return "%06d".formatted((Integer.parseInt(code) + which) % 1_000_000);
  }
}
