package io.countersign.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.AccessTerms;
import io.countersign.policy.Bypass;
import io.countersign.policy.Policy;
import io.countersign.policy.Terms;
import io.countersign.property.Cases;
import io.countersign.revision.Window;
import io.countersign.sample.AccessRules;
import io.countersign.sample.AccessStory;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is done to a request for access never makes it last longer than it would have without. */
class LastingModelTest {
  private static final List<String> APPROVERS = List.of("amy", "bob", "cem");
  private static final int ASKED = 120;

  private int given;
  private int shorter;

  /** A vote of one of the approvers; the decisions of a person follow each other. */
  record Ballot(String voter, Decision decision, @Nullable Duration lasting) {
    static Ballot any(RandomGenerator random) {
      boolean approves = random.nextInt(4) > 0;
      return new Ballot(
          Cases.oneOf(random, APPROVERS),
          approves
              ? Decision.APPROVE
              : Cases.oneOf(random, List.of(Decision.RETRACT, Decision.REJECT)),
          approves && random.nextBoolean() ? minutes(1 + random.nextInt(ASKED)) : null);
    }
  }

  /**
   * What comes between the asking and the merge.
   *
   * @param most for how long each of the policies then lets it last
   */
  record Way(Window window, List<Ballot> votes, List<Duration> most) {
    static Way any(RandomGenerator random) {
      Instant start = random.nextBoolean() ? time(random.nextInt(60)) : null;
      Instant end = random.nextBoolean() ? time(61 + random.nextInt(ASKED)) : null;
      return new Way(
          new Window(start, end, minutes(1 + random.nextInt(ASKED))),
          Stream.generate(() -> Ballot.any(random)).limit(random.nextInt(6)).toList(),
          Stream.generate(() -> minutes(1 + random.nextInt(2 * ASKED))).limit(2).toList());
    }

    /** Whether it is for no longer than is asked for: else it is refused. */
    boolean takes(Ballot vote) {
      return vote.lasting() == null || vote.lasting().compareTo(window.lasts()) <= 0;
    }

    Way and(Ballot last) {
      List<Ballot> all = new ArrayList<>(votes);
      all.add(last);
      return new Way(window, all, most);
    }

    /** When what is given ends, or null where nothing is. */
    @Nullable Instant ends() {
      AccessStory story = new AccessStory(policy("one", 1, minutes(ASKED)));
      story.ask("dan", AccessRules.reveal(window));
      votes.forEach(each -> story.vote(1, each.voter(), each.decision(), each.lasting()));
      story.policies(policy("one", 2, most.getFirst()), policy("two", 1, most.getLast()));
      story.merge(1, "dan");
      Request.Granted access = story.state(1).granted();
      return access == null ? null : access.grant().ends();
    }
  }

  private static Instant time(int minute) {
    return Proposals.NOON.plus(minutes(minute));
  }

  private static Duration minutes(int many) {
    return Duration.ofMinutes(many);
  }

  private static Policy policy(String id, int version, Duration most) {
    Terms terms =
        new Terms(false, 9, Duration.ofDays(1), null, false, new Bypass.Off(), false)
            .with(new AccessTerms(most, false));
    Policy first =
        AccessRules.on("/**", id, terms, Rulebook.requirement(1, APPROVERS.toArray(String[]::new)));
    return version == 1 ? first : AccessRules.edited(first, terms);
  }

  /** What nobody may gain by. */
  enum Step {
    AN_APPROVAL_MORE_BY_WHO_HAS_NOT_VOTED {
      @Override
      @Nullable Way of(Way way, RandomGenerator random) {
        Ballot vote = Ballot.any(random);
        return vote.decision() == Decision.APPROVE
                && way.votes().stream().noneMatch(each -> each.voter().equals(vote.voter()))
            ? way.and(vote)
            : null;
      }
    },
    A_SHORTER_APPROVAL_IN_PLACE_OF_ONES_OWN {
      @Override
      @Nullable Way of(Way way, RandomGenerator random) {
        Ballot last = way.votes().isEmpty() ? null : way.votes().getLast();
        return last == null || last.decision() != Decision.APPROVE || !way.takes(last)
            ? null
            : way.and(
                new Ballot(
                    last.voter(),
                    Decision.APPROVE,
                    last.lasting() == null ? minutes(1) : last.lasting().dividedBy(2)));
      }
    },
    A_REJECTION_MORE {
      @Override
      Way of(Way way, RandomGenerator random) {
        return way.and(new Ballot(Cases.oneOf(random, APPROVERS), Decision.REJECT, null));
      }
    },
    AN_UNLIMITED_APPROVAL_TAKEN_BACK {
      @Override
      @Nullable Way of(Way way, RandomGenerator random) {
        Ballot last = way.votes().isEmpty() ? null : way.votes().getLast();
        return last == null || last.decision() != Decision.APPROVE || last.lasting() != null
            ? null
            : way.and(new Ballot(last.voter(), Decision.RETRACT, null));
      }
    },
    A_POLICY_MADE_STRICTER {
      @Override
      Way of(Way way, RandomGenerator random) {
        Duration less = way.most().getFirst().dividedBy(1 + random.nextInt(4));
        return new Way(way.window(), way.votes(), List.of(less, way.most().getLast()));
      }
    };

    /** The way with it, or null where it does not come to that. */
    abstract @Nullable Way of(Way way, RandomGenerator random);
  }

  @ParameterizedTest
  @EnumSource
  void nothingLastsLongerFor(Step step) {
    Cases.each(
        2_000,
        random -> {
          Way before = Way.any(random);
          Way after = step.of(before, random);
          Instant was = before.ends();
          if (after == null || was == null) {
            return;
          }
          given++;
          Instant is = after.ends();
          if (is == null || is.isBefore(was)) {
            shorter++;
          } else {
            assertThat(is).as("%s, after it %s", before, after).isEqualTo(was);
          }
        });
    assertThat(given).as("cases in which access was given before").isGreaterThan(100);
    assertThat(shorter).as("cases in which it was less afterwards").isGreaterThan(10);
  }

  @Test
  void whatIsGivenIsTheLeastOfAllThatSaysForHowLong() {
    Cases.each(
        3_000,
        random -> {
          Way way = Way.any(random);
          Instant ends = way.ends();
          if (ends != null) {
            given++;
            assertThat(ends).as("%s", way).isEqualTo(byHand(way));
          }
        });
    assertThat(given).as("cases in which access was given").isGreaterThan(1_000);
  }

  /** The last vote of each approver stands, unless it was taken back. */
  private static Instant byHand(Way way) {
    Duration least = way.window().lasts();
    for (Duration each : way.most()) {
      least = each.compareTo(least) < 0 ? each : least;
    }
    for (String approver : APPROVERS) {
      Duration limit = null;
      for (Ballot vote : way.votes()) {
        if (vote.voter().equals(approver) && way.takes(vote)) {
          limit = vote.lasting();
        }
      }
      least = limit != null && limit.compareTo(least) < 0 ? limit : least;
    }
    Instant start = way.window().start();
    Instant begins = start == null ? Proposals.NOON : start;
    Instant ends = begins.plus(least);
    Instant end = way.window().end();
    return end != null && end.isBefore(ends) ? end : ends;
  }
}
