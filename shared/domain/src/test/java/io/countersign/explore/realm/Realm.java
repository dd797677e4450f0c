package io.countersign.explore.realm;

import io.countersign.directory.Directory;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.vault.FakeVault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One configuration: how it begins, who may do what, and how often.
 *
 * @param proposals what each of the two requests is about; the second may be left out
 * @param days how far time goes
 * @param hands how many commands may be under way, read by read
 * @param pace how else commands may be given
 */
public record Realm(
    String name,
    Rules rules,
    Directory directory,
    FakeVault.Snapshot vault,
    List<Proposal> proposals,
    List<Errand> errands,
    List<Turn> turns,
    List<Write> writes,
    Purse purse,
    List<Day> days,
    int hands,
    Pace pace) {
  /** How commands may be given besides read by read. */
  public enum Pace {
    /** No otherwise. */
    BY_READS,
    /** Also as a whole, between two steps of all others. */
    WHOLE_TOO
  }

  /** One in which nothing happens yet: commands are given as a whole, time stands still. */
  public static Realm of(
      String name,
      Rules rules,
      Directory directory,
      FakeVault.Snapshot vault,
      Proposal... proposals) {
    return new Realm(
        name,
        rules,
        directory,
        vault,
        List.of(proposals),
        List.of(),
        List.of(),
        List.of(),
        Purse.EMPTY,
        List.of(),
        0,
        Pace.WHOLE_TOO);
  }

  public Realm named(String other) {
    return new Realm(
        other, rules, directory, vault, proposals, errands, turns, writes, purse, days, hands,
        pace);
  }

  public Realm errands(Errand... others) {
    return new Realm(
        name,
        rules,
        directory,
        vault,
        proposals,
        List.of(others),
        turns,
        writes,
        purse,
        days,
        hands,
        pace);
  }

  public Realm turns(Turn... others) {
    return new Realm(
        name,
        rules,
        directory,
        vault,
        proposals,
        errands,
        List.of(others),
        writes,
        purse,
        days,
        hands,
        pace);
  }

  public Realm writes(Write... others) {
    return new Realm(
        name,
        rules,
        directory,
        vault,
        proposals,
        errands,
        turns,
        List.of(others),
        purse,
        days,
        hands,
        pace);
  }

  /** With so many of each, instead of what it had. */
  public Realm purse(Map<Coin, Integer> coins) {
    return new Realm(
        name,
        rules,
        directory,
        vault,
        proposals,
        errands,
        turns,
        writes,
        Purse.of(coins),
        days,
        hands,
        pace);
  }

  /** With so many more of each that it has. */
  public Realm deeper(int number) {
    return new Realm(
        name,
        rules,
        directory,
        vault,
        proposals,
        errands,
        turns,
        writes,
        purse.more(number),
        days,
        hands,
        pace);
  }

  public Realm days(Day... others) {
    return new Realm(
        name,
        rules,
        directory,
        vault,
        proposals,
        errands,
        turns,
        writes,
        purse,
        List.of(others),
        hands,
        pace);
  }

  /** All documents that requests touch. */
  public Set<DocumentId> documents() {
    Set<DocumentId> all = new TreeSet<>();
    proposals.forEach(each -> all.addAll(each.documents()));
    return all;
  }

  /** With so many commands under way, read by read. */
  public Realm hands(int number, Pace other) {
    return new Realm(
        name, rules, directory, vault, proposals, errands, turns, writes, purse, days, number,
        other);
  }
}
