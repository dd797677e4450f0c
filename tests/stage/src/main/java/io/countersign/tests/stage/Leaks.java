package io.countersign.tests.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.tests.text.Canaries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * No value, and nothing from which a guess of it could be checked, is anywhere but in the secrets
 * and parameters themselves, once tests have proposed many. Answers are looked through as they
 * come, by the client of all tests.
 */
public abstract class Leaks {
  private final int chats;

  /** Where at least so many messages went to chats. */
  protected Leaks(int chats) {
    this.chats = chats;
  }

  @Test
  void no_value_is_in_any_log_of_a_function() throws IOException {
    var logs = Left.logs();
    assertThat(logs).hasSizeGreaterThan(5);
    logs.forEach((log, text) -> assertThat(Canaries.in(text)).as(log.toString()).isEmpty());
  }

  @Test
  void no_value_is_in_the_table() {
    none(50, Left.items());
  }

  @Test
  void no_value_is_on_the_bus() {
    // One poll of a queue may come back with less than waits there.
    await().untilAsserted(() -> none(10, World.BUS.all()));
  }

  @Test
  void no_value_is_in_a_queue() {
    none(0, Left.messages());
  }

  @Test
  void no_value_is_in_a_mail() {
    none(10, World.stack().mails().sent());
  }

  @Test
  void no_value_is_in_a_chat() {
    none(chats, World.stack().chat().all());
  }

  @Test
  void no_value_stands_beside_a_secret_or_parameter() {
    none(20, Left.names());
  }

  @Test
  void no_token_and_no_code_of_a_link_is_anywhere_but_in_its_mail() throws IOException {
    List<String> all = new ArrayList<>(Left.logs().values());
    all.addAll(Left.items());
    all.addAll(Left.messages());
    World.BUS.all().forEach(each -> all.add(each.toString()));
    List<VotingMail> mails = VotingMail.sent();
    assertThat(mails).isNotEmpty();
    for (VotingMail mail : mails) {
      assertThat(all)
          .noneMatch(text -> text.contains(mail.token()))
          .noneMatch(text -> text.contains("\"" + mail.code() + "\""))
          .noneMatch(text -> text.contains("S=" + mail.code() + ")"));
    }
  }

  private static void none(int least, Collection<?> left) {
    assertThat(left).hasSizeGreaterThanOrEqualTo(least);
    for (Object each : left) {
      assertThat(Canaries.in(each.toString())).as(each.toString()).isEmpty();
    }
  }
}
