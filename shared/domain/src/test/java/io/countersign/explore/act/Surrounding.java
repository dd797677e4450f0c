package io.countersign.explore.act;

import io.countersign.directory.Directory;
import io.countersign.document.Document;
import io.countersign.explore.realm.Coin;
import io.countersign.explore.realm.Day;
import io.countersign.explore.realm.Realm;
import io.countersign.explore.realm.Turn;
import io.countersign.explore.realm.Write;
import io.countersign.explore.search.Space.Step;
import io.countersign.explore.world.Part;
import io.countersign.explore.world.Pending;
import io.countersign.explore.world.Ruled;
import io.countersign.explore.world.Staff;
import io.countersign.explore.world.World;
import io.countersign.policy.Rules;
import io.countersign.vault.FakeVault;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What happens around requests: admins change rules and people, others write, time passes. */
record Surrounding(Realm realm) {
  List<Step<World, Deed>> next(World world) {
    List<Step<World, Deed>> steps = new ArrayList<>();
    for (Turn turn : realm.turns()) {
      World after = after(world, turn);
      if (after != null) {
        steps.add(new Step<>(new Deed.Turned(turn), after));
      }
    }
    if (world.purse().has(Coin.WRITE)) {
      for (Write write : realm.writes()) {
        World after = after(world, write);
        if (after != null) {
          steps.add(new Step<>(new Deed.Wrote(write), after));
        }
      }
    }
    for (int request : World.REQUESTS) {
      if (world.purse().has(Coin.TAMPER) && world.filed(request) != null) {
        for (Pending pending : List.of(Pending.FORGED, Pending.LOST)) {
          steps.add(
              new Step<>(
                  new Deed.Tampered(request, pending),
                  world.with(request, pending).spending(Coin.TAMPER)));
        }
      }
    }
    for (Day day : realm.days()) {
      if (day.now().isAfter(world.get(Part.DAY).now())) {
        steps.add(new Step<>(new Deed.Passed(day), world.with(Part.DAY, day)));
      }
    }
    return steps;
  }

  private static @Nullable World after(World world, Turn turn) {
    return switch (turn) {
      case Turn.OfRules(_, var change) -> {
        Ruled ruled = world.get(Part.RULES);
        Rules next = change.apply(ruled.rules());
        yield next.equals(ruled.rules()) || !world.purse().has(Coin.RULES)
            ? null
            : world.with(Part.RULES, ruled.next(next)).spending(Coin.RULES);
      }
      case Turn.OfStaff(_, var change) -> {
        Staff staff = world.get(Part.STAFF);
        Directory next = change.apply(staff.directory());
        yield next.equals(staff.directory()) || !world.purse().has(Coin.STAFF)
            ? null
            : world.with(Part.STAFF, staff.next(next)).spending(Coin.STAFF);
      }
      case Turn.OfSecrets(_, var change, var coin) -> {
        FakeVault.Snapshot vault = world.get(Part.VAULT);
        FakeVault.Snapshot next = change.apply(vault);
        World after = world.with(Part.VAULT, next);
        yield next.equals(vault) || (coin != null && !world.purse().has(coin))
            ? null
            : coin == null ? after : after.spending(coin);
      }
    };
  }

  private static @Nullable World after(World world, Write write) {
    Secrets secrets = Secrets.of(world);
    String text = secrets.text(write.document());
    if (text == null || write.value().equals(secrets.value(write.document(), write.key()))) {
      return null;
    }
    secrets
        .vault()
        .outsider()
        .put(Secrets.name(write.document()), set(Secrets.read(text), write.key(), write.value()));
    return world.with(Part.VAULT, secrets.vault().snapshot()).spending(Coin.WRITE);
  }

  private static String set(Document document, String key, String value) {
    SortedMap<String, String> members = Secrets.members(document);
    members.put(key, value);
    StringBuilder text = new StringBuilder("{");
    members.forEach(
        (name, held) ->
            text.append(text.length() > 1 ? "," : "")
                .append("\"%s\":\"%s\"".formatted(name, held)));
    return text.append('}').toString();
  }
}
