package io.countersign.faults.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.aws.table.Contents;
import io.countersign.channel.Posting;
import io.countersign.delivery.Delivery;
import io.countersign.faults.aws.Traffic;
import io.countersign.faults.aws.Wire;
import io.countersign.faults.deployed.Deployment;
import io.countersign.faults.deployed.Promises;
import io.countersign.faults.deployed.Said;
import io.countersign.json.Json;
import io.countersign.project.EnvironmentId;
import io.countersign.request.Event;
import io.countersign.sample.People;
import io.countersign.wire.EventJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An event of a request, of which two people are told by mail, and perhaps channels. */
abstract class Told extends OnRequest {
  private static final int READERS = 2;
  private static final String BROKEN = "Channel Broken";

  private final Traffic traffic = Wire.traffic();
  private final long sequence;
  private final String word;
  private final List<String> twice = new ArrayList<>();
  private long mails;
  private long messages;
  private long cards;

  /**
   * One that is told of.
   *
   * @param sequence of the event
   * @param word what its deliveries are called
   */
  Told(Deployment deployment, EnvironmentId environment, long sequence, String word) {
    super(deployment, environment);
    this.sequence = sequence;
    this.word = word;
  }

  /** What was sent before is none of it. */
  void fromHere() {
    mails = mails(word);
    messages = deployment.chats.slack(id().toString()).size();
    cards = deployment.chats.teams(id().toString()).size();
  }

  /** Hands notify the request's submission. */
  final Said asks() {
    return Said.event(deployment.notify, submission(this));
  }

  static Json submission(OnRequest of) {
    Event event =
        new Event.Submitted(People.id("ann"), 1, of.seen(), of.name, List.of(of.id("db")), null);
    return EventJson.record(of.id(), 1, Instant.EPOCH, event);
  }

  /** Hands notify the event. */
  final Said hears(Event event) {
    return Said.event(deployment.notify, EventJson.record(id(), sequence, Instant.EPOCH, event));
  }

  /** Who was sent it, and where it was posted or never can be. */
  @Override
  public @Nullable String effect(Contents contents) {
    long sent =
        contents.deliveries().stream()
            .filter(each -> each.request().equals(id()))
            .filter(each -> each.sequence() == sequence && each.event().equals(word))
            .filter(each -> each.status() == Delivery.Status.SENT)
            .count();
    long ended = postings(contents).filter(each -> each.status() != Posting.Status.QUEUED).count();
    return sent + ended == 0 ? null : sent + ended + " told";
  }

  private Stream<Posting> postings(Contents contents) {
    return contents.postings().stream()
        .filter(each -> each.request().equals(id()))
        .filter(each -> each.sequence() == sequence && each.event().equals(word));
  }

  @Override
  public String remark() {
    return String.join("", twice);
  }

  @Override
  public void check(Promises promises) {
    super.check(promises);
    long sent = mails(word) - mails;
    // SES knows no key by which it could tell a mail that is sent again.
    assertThat(sent).as("mails").isBetween((long) READERS, READERS + 1L);
    if (sent > READERS) {
      twice.add("; one mail came twice");
    }
    postings(promises.contents()).forEach(this::check);
    long failed =
        postings(promises.contents())
            .filter(each -> each.status() == Posting.Status.FAILED)
            .count();
    assertThat(mails(BROKEN)).as("mails to the admin of channels that broke").isEqualTo(failed);
  }

  private long mails(String of) {
    return traffic.mails(id().toString(), of);
  }

  /** It is there once, or not at all; twice only where the record says that it may be. */
  private void check(Posting posting) {
    long there = there(posting.channel().value());
    String reason = posting.reason();
    if (posting.status() == Posting.Status.FAILED) {
      assertThat(reason).as("why it failed").isNotBlank();
      assertThat(there).as("what is at %s", posting.channel()).isZero();
      twice.add("; " + posting.channel() + " failed");
    } else {
      assertThat(there)
          .as("what is at %s: %s", posting.channel(), reason)
          .isBetween(1L, reason == null ? 1L : 2L);
      if (there > 1) {
        twice.add("; " + posting.channel() + " has it twice");
      }
    }
  }

  private long there(String channel) {
    return channel.equals("slack")
        ? deployment.chats.slack(id().toString()).size() - messages
        : deployment.chats.teams(id().toString()).size() - cards;
  }
}
