package io.countersign.store;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is to go wrong at the next calls of a fake, and how often each was called. */
public final class Doors {
  /** A call of {@link Store}, {@link Registry} or a journal. */
  public enum Call {
    READ,
    REVISION,
    RULES,
    DIRECTORY,
    NUMBER,
    LOCKS,
    COMMIT,
    BEGIN,
    WRITE,
    PREFIXES,
    PROJECTS,
    ASK,
    JOINS,
    ORGANISATION,
    SETUP,
    TIP,
    NOTE,
    LINK
  }

  private enum Fault {
    BEFORE,
    AFTER,
    NONE
  }

  private record Event(Fault fault, Runnable first) {}

  private final Map<Call, Queue<Event>> coming = new EnumMap<>(Call.class);
  private final Map<Call, Integer> calls = new EnumMap<>(Call.class);
  private boolean open;

  /** The next such call finds the table away and has no effect. */
  public void failBefore(Call call) {
    add(call, new Event(Fault.BEFORE, () -> {}));
  }

  /** The next such call takes effect, but its caller learns only that the table is away. */
  public void failAfter(Call call) {
    add(call, new Event(Fault.AFTER, () -> {}));
  }

  /** Something else happens just before the next such call, and meets no fault itself. */
  public void first(Call call, Runnable other) {
    add(call, new Event(Fault.NONE, other));
  }

  /** How often it was called, failures included. */
  public int calls(Call call) {
    return calls.getOrDefault(call, 0);
  }

  private void add(Call call, Event event) {
    coming.computeIfAbsent(call, _ -> new ArrayDeque<>()).add(event);
  }

  <T extends @Nullable Object> T pass(Call call, Supplier<T> effect) {
    calls.merge(call, 1, Integer::sum);
    Queue<Event> queue = open ? null : coming.get(call);
    Event event = queue == null ? null : queue.poll();
    if (event == null) {
      return effect.get();
    }
    open = true;
    event.first().run();
    open = false;
    if (event.fault() == Fault.BEFORE) {
      throw away(call);
    }
    T result = effect.get();
    if (event.fault() == Fault.AFTER) {
      throw away(call);
    }
    return result;
  }

  private static StoreUnavailable away(Call call) {
    return new StoreUnavailable("fake " + call, new IllegalStateException("fault door"));
  }
}
