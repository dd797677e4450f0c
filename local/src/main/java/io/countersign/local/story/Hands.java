package io.countersign.local.story;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;

/** The way in which people do what people do: look at a request and decide. */
public sealed interface Hands permits InBrowser, OverHttp {
  /** The reader of a mail follows its link, looks, and approves. */
  void approve(Person reader, String link, Answer request);

  /** Somebody merges the request, or begins to. */
  void merge(Person person, Answer request);
}
