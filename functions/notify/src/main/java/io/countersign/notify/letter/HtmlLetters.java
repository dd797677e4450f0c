package io.countersign.notify.letter;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.countersign.notify.letter.html.JteacknowledgedGenerated;
import io.countersign.notify.letter.html.JteagreedGenerated;
import io.countersign.notify.letter.html.JtebrokenGenerated;
import io.countersign.notify.letter.html.JtebypassedGenerated;
import io.countersign.notify.letter.html.JtebypassingGenerated;
import io.countersign.notify.letter.html.JtecommentedGenerated;
import io.countersign.notify.letter.html.JteconflictedGenerated;
import io.countersign.notify.letter.html.JteendedGenerated;
import io.countersign.notify.letter.html.JteendingGenerated;
import io.countersign.notify.letter.html.JteexpiredGenerated;
import io.countersign.notify.letter.html.JtefailedGenerated;
import io.countersign.notify.letter.html.JtefinishingGenerated;
import io.countersign.notify.letter.html.JtegrantedGenerated;
import io.countersign.notify.letter.html.JtemergedGenerated;
import io.countersign.notify.letter.html.JterejectedGenerated;
import io.countersign.notify.letter.html.JteremindingGenerated;
import io.countersign.notify.letter.html.JterevisedGenerated;
import io.countersign.notify.letter.html.JtesubmittedGenerated;
import io.countersign.notify.letter.html.JteunreachedGenerated;
import io.countersign.notify.letter.html.JteunsyncedGenerated;
import io.countersign.notify.letter.html.JtewithdrawnGenerated;
import java.util.List;
import java.util.function.Consumer;

/** Letters in HTML; whatever is put in is escaped for the place where it stands. */
final class HtmlLetters implements Letters {
  @Override
  public String submitted(Facts facts, Asking asking) {
    return html(out -> JtesubmittedGenerated.render(out, null, facts, asking));
  }

  @Override
  public String revised(Facts facts, Asking asking) {
    return html(out -> JterevisedGenerated.render(out, null, facts, asking));
  }

  @Override
  public String reminding(Facts facts, Asking asking, String since) {
    return html(out -> JteremindingGenerated.render(out, null, facts, asking, since));
  }

  @Override
  public String agreed(Facts facts, String approvers) {
    return html(out -> JteagreedGenerated.render(out, null, facts, approvers));
  }

  @Override
  public String rejected(Facts facts, String rejecters) {
    return html(out -> JterejectedGenerated.render(out, null, facts, rejecters));
  }

  @Override
  public String expired(Facts facts, String when) {
    return html(out -> JteexpiredGenerated.render(out, null, facts, when));
  }

  @Override
  public String merged(Facts facts, String when) {
    return html(out -> JtemergedGenerated.render(out, null, facts, when));
  }

  @Override
  public String granted(Facts facts, String holder, String begins, String ends) {
    return html(out -> JtegrantedGenerated.render(out, null, facts, holder, begins, ends));
  }

  @Override
  public String ending(Facts facts, String ends) {
    return html(out -> JteendingGenerated.render(out, null, facts, ends));
  }

  @Override
  public String ended(Facts facts, String holder, String why) {
    return html(out -> JteendedGenerated.render(out, null, facts, holder, why));
  }

  @Override
  public String bypassing(Facts facts, Around around) {
    return html(out -> JtebypassingGenerated.render(out, null, facts, around));
  }

  @Override
  public String finishing(Facts facts, Around around, String by) {
    return html(out -> JtefinishingGenerated.render(out, null, facts, around, by));
  }

  @Override
  public String bypassed(Facts facts, Around around, String when) {
    return html(out -> JtebypassedGenerated.render(out, null, facts, around, when));
  }

  @Override
  public String conflicted(Facts facts, Halt halt) {
    return html(out -> JteconflictedGenerated.render(out, null, facts, halt));
  }

  @Override
  public String failed(Facts facts, List<Remnant> remnants) {
    return html(out -> JtefailedGenerated.render(out, null, facts, remnants));
  }

  @Override
  public String unreached(Facts facts, Unreached unreached) {
    return html(out -> JteunreachedGenerated.render(out, null, facts, unreached));
  }

  @Override
  public String unsynced(Facts facts, Unsynced unsynced) {
    return html(out -> JteunsyncedGenerated.render(out, null, facts, unsynced));
  }

  @Override
  public String withdrawn(Facts facts, String by, String reason) {
    return html(out -> JtewithdrawnGenerated.render(out, null, facts, by, reason));
  }

  @Override
  public String acknowledged(Facts facts, String by, String text) {
    return html(out -> JteacknowledgedGenerated.render(out, null, facts, by, text));
  }

  @Override
  public String broken(Facts facts, List<Unreached.One> channels, String settings) {
    return html(out -> JtebrokenGenerated.render(out, null, facts, channels, settings));
  }

  @Override
  public String commented(Facts facts, String by, String comment) {
    return html(out -> JtecommentedGenerated.render(out, null, facts, by, comment));
  }

  private static String html(Consumer<HtmlTemplateOutput> template) {
    StringOutput written = new StringOutput();
    template.accept(new OwaspHtmlTemplateOutput(written));
    return written.toString();
  }
}
