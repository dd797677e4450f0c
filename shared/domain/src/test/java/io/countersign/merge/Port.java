package io.countersign.merge;

import io.countersign.name.Token;
import io.countersign.vault.FakeVault;
import io.countersign.vault.Move;
import io.countersign.vault.PassingVault;
import io.countersign.vault.Seen;
import io.countersign.vault.VaultRefused;
import org.jspecify.annotations.Nullable;

/** The vault as a holder reaches it: AWS denies it one document, and a guard may be left out. */
final class Port extends PassingVault {
  private final Plan plan;
  private final int denied;
  private final @Nullable Guard without;

  /**
   * The port of one holder.
   *
   * @param plan as the holder knows it
   * @param denied the document that AWS does not let us write, or -1
   */
  Port(FakeVault vault, Plan plan, int denied, @Nullable Guard without) {
    super(vault);
    this.plan = plan;
    this.denied = denied;
    this.without = without;
  }

  @Override
  public Seen read(String secretName) {
    Seen seen = super.read(secretName);
    if (without != Guard.PROOF || !(seen instanceof Seen.Present now)) {
      return seen;
    }
    return plan.documents().stream()
        .filter(each -> each.secretName().equals(secretName) && each.move() != null)
        .<Seen>map(
            each ->
                new Seen.Present(
                    now.arn(), now.current(), each.move().ours(), now.text(), now.hindrance()))
        .findFirst()
        .orElse(seen);
  }

  @Override
  public String stage(String arn, String token, String text) {
    allowed(arn);
    if (without != Guard.TOKEN) {
      return super.stage(arn, token, text);
    }
    String only = Token.of("whatever the base", arn);
    return text(arn, only) == null ? super.stage(arn, only, text) : only;
  }

  @Override
  public Move move(String arn, String from, String to) {
    allowed(arn);
    return super.move(arn, without == Guard.COMPARE_AND_SWAP ? current(arn) : from, to);
  }

  private void allowed(String arn) {
    if (denied >= 0 && arn.contains(Stage.secret(Stage.BOTH.get(denied)))) {
      throw new VaultRefused("AccessDeniedException");
    }
  }

  private String current(String arn) {
    return Stage.BOTH.stream()
        .map(each -> super.read(Stage.secret(each)))
        .filter(each -> each instanceof Seen.Present now && now.arn().equals(arn))
        .map(each -> ((Seen.Present) each).current())
        .findFirst()
        .orElse("none");
  }
}
