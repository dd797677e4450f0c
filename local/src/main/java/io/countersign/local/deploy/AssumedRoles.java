package io.countersign.local.deploy;

import io.countersign.local.lambda.RoleSession;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Sessions of the functions' own roles, as Lambda gets them. */
public record AssumedRoles(StsClient sts) implements RoleSession.Source {
  @Override
  public RoleSession assume(String role, String functionName) {
    Credentials session =
        sts.assumeRole(request -> request.roleArn(role).roleSessionName(functionName))
            .credentials();
    return new RoleSession(
        session.accessKeyId(),
        session.secretAccessKey(),
        session.sessionToken(),
        session.expiration());
  }
}
