package io.countersign.local.mail;

import java.util.List;
import java.util.stream.Collectors;

/** The list of mails as HTML. */
final class MailHtml {
  private MailHtml() {}

  static String list(List<SentMail> mails) {
    return """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Sent mails</title>
    <style>
      body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 48rem; overflow-wrap: anywhere; padding: 0 1rem; }
      article { border: 1px solid #ccc; border-radius: .5rem; margin: 1rem 0; padding: 1rem; }
      h2 { font-size: 1.25rem; margin: 0; }
      summary { padding: .75rem 0; }
      iframe { border: 1px solid #ddd; height: 30rem; width: 100%%; }
      pre { background: #f6f6f6; margin: 0; overflow: auto; padding: 1rem; white-space: pre-wrap; }
    </style>
    <h1>Sent mails</h1>
    <p>%d, the latest first; reload for new ones. Each as a mail program shows it, its text folded below.</p>
    %s
    """
        .formatted(mails.size(), mails.stream().map(MailHtml::mail).collect(Collectors.joining()));
  }

  private static String mail(SentMail mail) {
    return """
    <article>
      <h2>%s</h2>
      <p>To %s, from %s, %s</p>
      %s
      <details%s>
        <summary>Its text</summary>
        <pre>%s</pre>
      </details>
    </article>
    """
        .formatted(
            escaped(mail.subject()),
            escaped(String.join(", ", mail.to())),
            escaped(mail.from()),
            escaped(mail.at()),
            frame(mail),
            mail.html().isEmpty() ? " open" : "",
            escaped(mail.text()));
  }

  private static String frame(SentMail mail) {
    if (mail.html().isEmpty()) {
      return "<p>No HTML</p>";
    }
    return "<iframe title=\"Mail\" src=\"/mails/"
        + escaped(mail.id())
        + "\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\"></iframe>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
