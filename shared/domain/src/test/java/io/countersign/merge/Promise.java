package io.countersign.merge;

import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.revision.Landed;
import io.countersign.revision.Remains;
import io.countersign.sample.Proposals;
import io.countersign.vault.FakeVault;
import io.countersign.vault.Seen;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What must be true whatever happens; the names are those of the invariants that peers keep. */
enum Promise {
  /** What is merged is what was sealed, and nothing beside it is touched. */
  S3_SEALED_CONTENT,
  /** It is merged over what was reviewed only: what others wrote under its keys stays. */
  S4_REVIEWED_BASE,
  /** Each time somebody asks for it, it takes effect at most once. */
  S5_ONE_EFFECT,
  /** After its end nothing of it happens any more. */
  S6_ENDS_ABSORB,
  /** All, nothing, or the exact truth. */
  S13_ALL_OR_NOTHING,
  /** Whoever has an older plan changes nothing. */
  S14_FENCED,
  /** Each transition has its one event, and the events replayed give the state. */
  A1_AUDITED,
  /** From everywhere there is a way to an end without anybody's help: see {@link Home}. */
  V2_COMES_TO_AN_END;

  /** Those that a step breaks. */
  static Set<Promise> broken(Step step) {
    Set<Promise> broken = EnumSet.noneOf(Promise.class);
    for (Promise promise : values()) {
      if (!promise.keptBy(step)) {
        broken.add(promise);
      }
    }
    return broken;
  }

  private boolean keptBy(Step step) {
    return switch (this) {
      case S3_SEALED_CONTENT -> !step.touchesOthers() && (!step.ends() || landed(step));
      case S4_REVIEWED_BASE ->
          !step.overwritesOthers()
              && (!step.settles() || documents().noneMatch(i -> deletesOthers(step, i)));
      case S5_ONE_EFFECT ->
          step.is().truth().stream().allMatch(each -> each.applied() <= step.is().starts());
      case S6_ENDS_ABSORB -> step.was().busy() || step.takesUp() || !step.effective();
      case S13_ALL_OR_NOTHING ->
          (!step.ends() || ended(step)) && (!step.settles() || nothingLeft(step));
      case S14_FENCED -> step.fence() >= step.was().plan().lease().fence() || !step.effective();
      case A1_AUDITED -> audited(step);
      case V2_COMES_TO_AN_END -> true;
    };
  }

  /** Whether each version told of has the change. */
  private static boolean landed(Step step) {
    return step.is().request().landed().stream()
        .allMatch(
            each ->
                step.stage().ours(Stage.BOTH.indexOf(each.document())).equals(told(step, each)));
  }

  private static String told(Step step, Landed landed) {
    FakeVault vault = step.after().opened();
    vault.restore(landed.arn());
    String text = vault.text(landed.arn(), landed.versionId());
    return Texts.values(text).getOrDefault(step.stage().key(), "");
  }

  private static boolean ended(Step step) {
    Party party = step.is();
    return switch (party.request().status()) {
      case MERGED ->
          party.request().landed().size() == Stage.BOTH.size()
              && party.truth().stream().noneMatch(Ghost::undone);
      case OPEN -> documents().noneMatch(step::live);
      case FAILED ->
          party.request().remains().stream()
                  .anyMatch(each -> each.state() != Remains.State.NOT_HELD)
              && party.request().remains().stream().allMatch(each -> exact(step, each));
      default -> false;
    };
  }

  private static IntStream documents() {
    return IntStream.range(0, Stage.BOTH.size());
  }

  private static boolean exact(Step step, Remains told) {
    int document = Stage.BOTH.indexOf(told.document());
    return switch (told.state()) {
      case HELD -> step.live(document);
      case IN_DOUBT -> true;
      case NOT_HELD -> !step.live(document);
    };
  }

  /** Whether what others wrote waits for its deletion. */
  private static boolean deletesOthers(Step step, int document) {
    boolean theirs =
        Texts.values(step.after().vault(), document).containsKey("k")
            || step.is().truth().get(document).claimed()
            || step.is().truth().get(document).owner() == Ghost.Owner.OTHERS;
    return theirs && seen(step, document) instanceof Seen.Deleted;
  }

  private static Seen seen(Step step, int document) {
    return step.after().opened().read(Stage.secret(Stage.BOTH.get(document)));
  }

  /** Whether no secret is there that nobody but us would have there. */
  private static boolean nothingLeft(Step step) {
    return documents()
        .filter(i -> !step.is().truth().get(i).claimed())
        .noneMatch(i -> seen(step, i) instanceof Seen.Present now && left(step, i, now));
  }

  private static boolean left(Step step, int document, Seen.Present now) {
    String name = Stage.secret(Stage.BOTH.get(document));
    return switch (step.is().request().status()) {
      case OPEN ->
          now.current().equals(Tokens.of(step.stage().revision()).creation(name))
              || (Stage.WAITING.equals(now.text()) && !Stage.writtenMeanwhile(now.current()));
      case MERGED ->
          step.stage().fates().get(document) == Landed.Fate.REMOVED && "{}".equals(now.text());
      default -> false;
    };
  }

  private static boolean audited(Step step) {
    List<Event> before = step.was().events();
    List<Event> events = step.is().events();
    if (events.equals(before)) {
      return step.was().request().equals(step.is().request());
    }
    Request replayed =
        Requests.evolve(step.stage().revision().request(), null, events, Proposals.NOON);
    boolean goesOn = events.subList(0, before.size()).equals(before);
    long transitions =
        events.subList(before.size(), events.size()).stream()
            .filter(each -> !(each instanceof Event.SecretsChanged))
            .count();
    return goesOn && transitions == 1 && replayed.equals(step.is().request());
  }
}
