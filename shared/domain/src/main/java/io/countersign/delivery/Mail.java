package io.countersign.delivery;

import java.util.Map;

/**
 * One mail to one address.
 *
 * @param subject one line
 * @param text the same facts as {@code html}
 * @param thread what all mails of one request share, for example {@code <payments-1@host>}
 * @param tags for the sender's statistics: letters, digits, {@code _} and {@code -} only
 */
public record Mail(
    String to, String subject, String html, String text, String thread, Map<String, String> tags) {}
