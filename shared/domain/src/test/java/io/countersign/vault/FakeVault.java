package io.countersign.vault;

import io.countersign.document.Document;
import io.countersign.name.Token;
import io.countersign.vault.FakeSecret.Content;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Managed secrets in memory, by Secrets Manager's rules. */
public final class FakeVault implements Vault {
  private static final String LABEL = "countersign-staged";
  private static final Content NOTHING = new Content(Document.EMPTY.text());

  private final Shelf shelf = new Shelf();
  private final Line line = new Line();

  /** All secrets at one moment; moments that no caller can tell apart are equal. */
  public static final class Snapshot {
    private final Shelf.Stock stock;

    private Snapshot(Shelf.Stock stock) {
      this.stock = stock;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Snapshot that && stock.equals(that.stock);
    }

    @Override
    public int hashCode() {
      return stock.hashCode();
    }

    @Override
    public String toString() {
      return stock.toString();
    }
  }

  /** What calls go over; a snapshot does not hold it. */
  public Line line() {
    return line;
  }

  /** Somebody else; their calls do not go over the line. */
  public Outsider outsider() {
    return new FakeOutsider(shelf);
  }

  /**
   * From now on the secret is held.
   *
   * @param by another service that owns it, its being a replica, a rotation; or null for nothing
   *     any more
   */
  public void hold(String name, Seen.@Nullable Hindrance by) {
    shelf.change(name, secret -> secret.held(by));
  }

  /** The names of its secrets; it keeps no times, so all were changed at the same one. */
  public Inventory inventory() {
    return beginning -> {
      SortedMap<String, Instant> names = new TreeMap<>();
      shelf
          .stock()
          .secrets()
          .forEach(
              (name, secret) -> {
                if (name.startsWith(beginning) && !secret.deleted()) {
                  names.put(name, Instant.EPOCH);
                }
              });
      return names.size() > Inventory.MOST ? null : names;
    };
  }

  public Snapshot snapshot() {
    return new Snapshot(shelf.stock());
  }

  public void restore(Snapshot snapshot) {
    shelf.restock(snapshot.stock);
  }

  @Override
  public Seen read(String secretName) {
    return line.call(
        "read " + secretName,
        () -> {
          FakeSecret secret = shelf.named(secretName);
          return secret == null ? new Seen.Missing() : secret.seen();
        });
  }

  @Override
  public @Nullable Edition edition(String secretName) {
    return line.call(
        "edition " + secretName,
        () -> {
          FakeSecret secret = shelf.named(secretName);
          return secret != null && secret.seen() instanceof Seen.Present present
              ? new Edition(present.arn(), present.current())
              : null;
        });
  }

  /** The fake lives less than a day. */
  @Override
  public boolean crowded(String arn) {
    return line.call(
        "crowded " + arn,
        () -> {
          FakeSecret secret = shelf.find(arn);
          return secret != null && secret.versions().size() > MOST_YOUNG;
        });
  }

  @Override
  public @Nullable String text(String arn, String versionId) {
    return line.call(
        "text " + arn + " " + versionId,
        () -> {
          FakeSecret secret = shelf.find(arn);
          if (secret != null && secret.deleted()) {
            throw new VaultUnavailable("InvalidRequestException");
          }
          Content content = secret == null ? null : secret.versions().get(versionId);
          return content == null ? null : content.text();
        });
  }

  @Override
  public Creation create(String secretName, @Nullable String kmsKeyArn, String token) {
    Tokens.check(token);
    return line.call("create " + secretName, () -> made(secretName, token));
  }

  private Creation made(String name, String token) {
    FakeSecret there = shelf.named(name);
    if (there == null) {
      FakeSecret secret = shelf.make(name);
      shelf.change(name, each -> each.put(token, NOTHING, FakeSecret.CURRENT));
      return new Creation.Created(secret.arn(), token);
    }
    if (!there.deleted() && there.current() == null) {
      String first = Token.of(token, "first");
      shelf.change(name, each -> each.writable().put(first, NOTHING, LABEL));
    }
    return token.equals(there.current())
        ? new Creation.Created(there.arn(), token)
        : new Creation.Exists();
  }

  @Override
  public String stage(String arn, String token, String text) {
    Tokens.check(token);
    Tokens.checkLength(text, Document.MAX_BYTES);
    return line.call(
        "stage " + arn + " " + token,
        () -> {
          shelf.change(arn, secret -> secret.writable().put(token, new Content(text), LABEL));
          return token;
        });
  }

  @Override
  public Move move(String arn, String from, String to) {
    return line.call(
        "move " + arn + " " + from + " " + to,
        () -> {
          FakeSecret secret = shelf.find(arn);
          if (secret != null && to.equals(secret.current())) {
            return Move.MOVED;
          }
          if (secret == null || secret.deleted() || !from.equals(secret.current())) {
            return Move.REFUSED;
          }
          if (!secret.versions().containsKey(to)) {
            throw new VaultUnavailable("ResourceNotFoundException");
          }
          shelf.change(arn, each -> each.writable().labelled(FakeSecret.CURRENT, to));
          return Move.MOVED;
        });
  }

  @Override
  public void unlabel(String arn) {
    line.run(
        "unlabel " + arn,
        () -> {
          FakeSecret secret = shelf.find(arn);
          if (secret != null && secret.labels().containsKey(LABEL)) {
            shelf.change(arn, each -> each.writable().without(LABEL));
          }
        });
  }

  @Override
  public void delete(String arn) {
    line.run(
        "delete " + arn,
        () -> {
          if (shelf.find(arn) != null) {
            shelf.change(arn, secret -> secret.deleted(true));
          }
        });
  }

  @Override
  public void restore(String arn) {
    line.run(
        "restore " + arn,
        () -> {
          if (shelf.find(arn) != null) {
            shelf.change(arn, secret -> secret.deleted(false));
          }
        });
  }
}
