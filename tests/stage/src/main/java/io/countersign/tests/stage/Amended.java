package io.countersign.tests.stage;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A revision to be made of a request.
 *
 * @param body without the digest
 */
public record Amended(Proposal proposal, Map<String, Object> body) {
  /** All operations, bound to what the documents hold now. */
  public static Amended rebase(Proposal proposal) {
    return new Amended(proposal, Map.of("keep", "all", "base", "present"));
  }

  /** Other operations on one document of {@code prod}, none kept. */
  public static Amended to(Proposal proposal, String document, Map<String, ?> operations) {
    return new Amended(proposal, Map.of("changes", List.of(Scene.change(document, operations))));
  }

  /** The operations on these keys of one document of {@code prod}, with their old bases. */
  public Amended keeping(String document, String... keys) {
    return with(
            "keep",
            List.of(keys).stream()
                .map(key -> Map.of("environment", "prod", "path", document, "key", key))
                .toList())
        .with("base", "unchanged");
  }

  public Amended with(String field, Object value) {
    Map<String, Object> more = new TreeMap<>(body);
    more.put(field, value);
    return new Amended(proposal, more);
  }

  /** What the API answers. */
  public Answer by(Person person) {
    return by(World.as(person));
  }

  public Answer by(Client client) {
    return client.post(proposal.path("/revisions"), with("digest", proposal.digest()).body());
  }

  /** The request with the new revision, which is made. */
  public Proposal madeBy(Person person) {
    return Proposal.of(Scene.made(by(person)));
  }
}
