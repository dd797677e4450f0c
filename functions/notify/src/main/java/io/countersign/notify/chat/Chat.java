package io.countersign.notify.chat;

import io.countersign.channel.Conditions;
import io.countersign.channel.Poster;
import io.countersign.channel.Postings;
import io.countersign.vault.Credentials;

/**
 * What telling channels needs.
 *
 * @param slack where Slack's API is, without a slash at the end
 */
public record Chat(
    Postings postings,
    Conditions conditions,
    Credentials credentials,
    Poster poster,
    String slack) {}
