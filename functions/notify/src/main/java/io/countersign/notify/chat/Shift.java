package io.countersign.notify.chat;

import io.countersign.project.ChannelId;
import io.countersign.project.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the function's present call has left, of which an instance makes one at a time: its time,
 * and the channels that it may wait for.
 */
public final class Shift {
  /** Nothing is begun that late, because it may take that long. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final InstantSource clock;
  private final Map<Place, Duration> resting = new HashMap<>();
  private Instant end = Instant.MAX;

  private record Place(ProjectId project, ChannelId channel) {}

  public Shift(InstantSource clock) {
    this.clock = clock;
  }

  /** Another call begins, which has so much time. */
  public void begin(Duration left) {
    end = clock.instant().plus(left).minus(LONGEST);
    resting.clear();
  }

  /**
   * Goes on only while there is time.
   *
   * @throws Over when there is none
   */
  public void goOn() {
    if (over()) {
      throw new Over();
    }
  }

  private boolean over() {
    return !clock.instant().isBefore(end);
  }

  /** The channel could not be told: others do not wait for it in this call. */
  void rest(ProjectId project, ChannelId channel, Duration after) {
    resting.put(new Place(project, channel), after);
  }

  /** How long it is of no use to try the channel, or null where it may be tried now. */
  @Nullable Duration rests(ProjectId project, ChannelId channel) {
    return over() ? Passing.SOON : resting.get(new Place(project, channel));
  }

  /** The call has no time for it: it comes again. */
  public static final class Over extends RuntimeException {
    private static final long serialVersionUID = 1;

    Over() {
      super("no time was left");
    }
  }
}
