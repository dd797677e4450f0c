package io.countersign.notify;

import java.util.stream.Stream;

/** Texts that people could write to be more than text in mails, their heads and chats. */
final class Hostile {
  private Hostile() {}

  static Stream<String> texts() {
    return Stream.of(
        // HTML, and what ends the parts of it that our templates have.
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "<a href='https://evil.example'>Review</a>",
        "javascript:alert(1)",
        "--><b>x</b><!--",
        "<![endif]--><b>x</b>",
        "&lt;script&gt; &#60;b&#62; &#x202e;gnp.exe",
        // Templates.
        "${facts.link()} @raw <%= 1 %> {{x}}",
        "{{DATE(2026-01-01T00:00:00Z)}} ${title} @{triggerBody()}",
        // Heads of mails.
        "Hi\r\nBcc: mallory@evil.example\r\n\r\nReview here: https://evil.example",
        "Hi\nContent-Type: text/html\n\n<b>x</b>",
        "=?utf-8?q?=0ABcc=3A_x?= =?utf-8?B?4oCuZ25wLmV4ZQ==?=",
        // Addresses of which mail programs and chats make links.
        "www.evil.example/approve",
        "https://evil.example/approve www.evil.example mailto:eve@evil.example",
        // Slack.
        "<!channel> <!here> <!everyone>",
        "<@U024BE7LH> <#C024BE91L> <!subteam^S1>",
        "<!date^1392734382^{date}|now>",
        "<https://evil.example|Open payments-7>",
        "*bold* _italic_ ~strike~ `code` ```block```",
        "&lt;!channel&gt; &amp;",
        ">>> everything behind it",
        ":rotating_light: :tada: :+1: :-1:",
        // Markdown.
        "> quote\n- list\n# head\n1. one",
        "- list",
        "+ list",
        "1. one",
        "[Open payments-7](https://evil.example)",
        "![x](https://evil.example/x.png)",
        "\\[Open](https://evil.example)",
        "[x]: https://evil.example",
        "<at>Everybody</at> | a | b |",
        // What steers how text is shown, and what is none.
        "a\u2028b\u2029c\u0085d\u000be",
        "\u202egnp.exe\u202c\u2066x\u2069",
        "\u0000\b\u001b[31mred",
        "\ud800broken");
  }
}
