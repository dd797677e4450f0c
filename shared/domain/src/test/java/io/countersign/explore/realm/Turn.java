package io.countersign.explore.realm;

import io.countersign.directory.Directory;
import io.countersign.policy.Rules;
import io.countersign.vault.FakeVault;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Something that an admin may do to the rules or to the directory, or AWS to the secrets. */
public sealed interface Turn {
  String name();

  /**
   * A change of the rules.
   *
   * @param change gives the same where there is nothing to change
   */
  record OfRules(String name, UnaryOperator<Rules> change) implements Turn {}

  /** A change of the directory. */
  record OfStaff(String name, UnaryOperator<Directory> change) implements Turn {}

  /**
   * A change of the secrets that leaves what they hold.
   *
   * @param coin what it costs, or null where something else makes an end of it
   */
  record OfSecrets(String name, UnaryOperator<FakeVault.Snapshot> change, @Nullable Coin coin)
      implements Turn {}
}
