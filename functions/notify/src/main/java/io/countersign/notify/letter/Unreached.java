package io.countersign.notify.letter;

import io.countersign.directory.Directory;
import io.countersign.request.Event;
import java.util.List;

/**
 * Who was not reached.
 *
 * @param about the word of the event that they were not told of
 */
public record Unreached(String about, List<One> people) {
  /**
   * One of them.
   *
   * @param reason why not
   */
  public record One(String name, String reason) {}

  public static Unreached of(Event.DeliveryFailed failed, Directory directory) {
    return new Unreached(
        Said.name(failed.word()),
        failed.unreached().stream()
            .map(
                each ->
                    new One(Said.name(directory.nameOf(each.person())), Said.text(each.reason())))
            .toList());
  }
}
