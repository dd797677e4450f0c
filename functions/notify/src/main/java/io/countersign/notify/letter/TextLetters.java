package io.countersign.notify.letter;

import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import io.countersign.notify.letter.text.JteacknowledgedGenerated;
import io.countersign.notify.letter.text.JteagreedGenerated;
import io.countersign.notify.letter.text.JtebrokenGenerated;
import io.countersign.notify.letter.text.JtebypassedGenerated;
import io.countersign.notify.letter.text.JtebypassingGenerated;
import io.countersign.notify.letter.text.JtecommentedGenerated;
import io.countersign.notify.letter.text.JteconflictedGenerated;
import io.countersign.notify.letter.text.JteendedGenerated;
import io.countersign.notify.letter.text.JteendingGenerated;
import io.countersign.notify.letter.text.JteexpiredGenerated;
import io.countersign.notify.letter.text.JtefailedGenerated;
import io.countersign.notify.letter.text.JtefinishingGenerated;
import io.countersign.notify.letter.text.JtegrantedGenerated;
import io.countersign.notify.letter.text.JtemergedGenerated;
import io.countersign.notify.letter.text.JterejectedGenerated;
import io.countersign.notify.letter.text.JteremindingGenerated;
import io.countersign.notify.letter.text.JterevisedGenerated;
import io.countersign.notify.letter.text.JtesubmittedGenerated;
import io.countersign.notify.letter.text.JteunreachedGenerated;
import io.countersign.notify.letter.text.JteunsyncedGenerated;
import io.countersign.notify.letter.text.JtewithdrawnGenerated;
import java.util.List;
import java.util.function.Consumer;

/** Letters in plain text. */
final class TextLetters implements Letters {
  @Override
  public String submitted(Facts facts, Asking asking) {
    return text(out -> JtesubmittedGenerated.render(out, null, facts, asking));
  }

  @Override
  public String revised(Facts facts, Asking asking) {
    return text(out -> JterevisedGenerated.render(out, null, facts, asking));
  }

  @Override
  public String reminding(Facts facts, Asking asking, String since) {
    return text(out -> JteremindingGenerated.render(out, null, facts, asking, since));
  }

  @Override
  public String agreed(Facts facts, String approvers) {
    return text(out -> JteagreedGenerated.render(out, null, facts, approvers));
  }

  @Override
  public String rejected(Facts facts, String rejecters) {
    return text(out -> JterejectedGenerated.render(out, null, facts, rejecters));
  }

  @Override
  public String expired(Facts facts, String when) {
    return text(out -> JteexpiredGenerated.render(out, null, facts, when));
  }

  @Override
  public String merged(Facts facts, String when) {
    return text(out -> JtemergedGenerated.render(out, null, facts, when));
  }

  @Override
  public String granted(Facts facts, String holder, String begins, String ends) {
    return text(out -> JtegrantedGenerated.render(out, null, facts, holder, begins, ends));
  }

  @Override
  public String ending(Facts facts, String ends) {
    return text(out -> JteendingGenerated.render(out, null, facts, ends));
  }

  @Override
  public String ended(Facts facts, String holder, String why) {
    return text(out -> JteendedGenerated.render(out, null, facts, holder, why));
  }

  @Override
  public String bypassing(Facts facts, Around around) {
    return text(out -> JtebypassingGenerated.render(out, null, facts, around));
  }

  @Override
  public String finishing(Facts facts, Around around, String by) {
    return text(out -> JtefinishingGenerated.render(out, null, facts, around, by));
  }

  @Override
  public String bypassed(Facts facts, Around around, String when) {
    return text(out -> JtebypassedGenerated.render(out, null, facts, around, when));
  }

  @Override
  public String conflicted(Facts facts, Halt halt) {
    return text(out -> JteconflictedGenerated.render(out, null, facts, halt));
  }

  @Override
  public String failed(Facts facts, List<Remnant> remnants) {
    return text(out -> JtefailedGenerated.render(out, null, facts, remnants));
  }

  @Override
  public String unreached(Facts facts, Unreached unreached) {
    return text(out -> JteunreachedGenerated.render(out, null, facts, unreached));
  }

  @Override
  public String unsynced(Facts facts, Unsynced unsynced) {
    return text(out -> JteunsyncedGenerated.render(out, null, facts, unsynced));
  }

  @Override
  public String withdrawn(Facts facts, String by, String reason) {
    return text(out -> JtewithdrawnGenerated.render(out, null, facts, by, reason));
  }

  @Override
  public String acknowledged(Facts facts, String by, String text) {
    return text(out -> JteacknowledgedGenerated.render(out, null, facts, by, text));
  }

  @Override
  public String broken(Facts facts, List<Unreached.One> channels, String settings) {
    return text(out -> JtebrokenGenerated.render(out, null, facts, channels, settings));
  }

  @Override
  public String commented(Facts facts, String by, String comment) {
    return text(out -> JtecommentedGenerated.render(out, null, facts, by, comment));
  }

  private static String text(Consumer<TemplateOutput> template) {
    StringOutput written = new StringOutput();
    template.accept(written);
    return written.toString();
  }
}
