package io.countersign.sync.cluster;

import io.countersign.destination.Lane;
import io.countersign.project.Credential;
import io.countersign.project.Sink;
import io.countersign.sync.Later;
import io.countersign.vault.Credentials;
import java.util.function.UnaryOperator;

/**
 * Tokens for clusters.
 *
 * @param eks the token of the function's own role by the name of a cluster in EKS
 */
public record Logins(Credentials credentials, UnaryOperator<String> eks) {
  String token(Lane lane, Sink.Cluster cluster) {
    return switch (cluster.login()) {
      case Sink.Login.Eks(String name) -> eks.apply(name);
      case Sink.Login.Bearer bearer -> {
        Credential credential = bearer.credentials().getFirst();
        String token =
            credentials.read(
                lane.project(), lane.destination().value(), credential.secretVersion());
        if (token == null) {
          throw new Later("its token is not in Secrets Manager any more");
        }
        yield token;
      }
    };
  }
}
