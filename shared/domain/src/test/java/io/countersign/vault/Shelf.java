package io.countersign.vault;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All secrets of a fake, by name; a name that is used again gets another ARN. */
final class Shelf {
  private Map<String, FakeSecret> secrets = new TreeMap<>();
  private Map<String, Integer> made = new TreeMap<>();

  /** Everything at one moment; two moments alike are equal. */
  record Stock(Map<String, FakeSecret> secrets, Map<String, Integer> made) {}

  Stock stock() {
    return new Stock(Map.copyOf(secrets), Map.copyOf(made));
  }

  void restock(Stock stock) {
    secrets = new TreeMap<>(stock.secrets());
    made = new TreeMap<>(stock.made());
  }

  @Nullable FakeSecret named(String name) {
    return secrets.get(name);
  }

  /** The secret of this name or ARN, or null. */
  @Nullable FakeSecret find(String id) {
    FakeSecret named = secrets.get(id);
    return named != null
        ? named
        : secrets.values().stream().filter(each -> each.arn().equals(id)).findFirst().orElse(null);
  }

  /** The secret of this name or ARN. */
  FakeSecret get(String id) {
    FakeSecret secret = find(id);
    if (secret == null) {
      throw new VaultUnavailable("ResourceNotFoundException");
    }
    return secret;
  }

  void change(String id, UnaryOperator<FakeSecret> change) {
    FakeSecret before = get(id);
    FakeSecret after = change.apply(before);
    secrets.replaceAll((_, each) -> each.arn().equals(before.arn()) ? after : each);
  }

  FakeSecret make(String name) {
    if (secrets.containsKey(name)) {
      throw new VaultUnavailable("ResourceExistsException");
    }
    int count = made.merge(name, 1, Integer::sum);
    FakeSecret secret =
        FakeSecret.empty(
            "arn:aws:secretsmanager:eu-central-1:111122223333:secret:%s-%06d"
                .formatted(name, count));
    secrets.put(name, secret);
    return secret;
  }

  void purge(String name) {
    secrets.remove(name);
  }
}
