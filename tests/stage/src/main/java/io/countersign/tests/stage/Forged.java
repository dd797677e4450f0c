package io.countersign.tests.stage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TokenValidityUnitsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateUserPoolClientRequest;

/** Tokens that must not be taken. */
public final class Forged {
  private Forged() {}

  /** The claims of a real one without a signature. */
  public static String unsigned(String real) {
    String header = "{\"alg\":\"none\",\"typ\":\"JWT\"}";
    return encoded(header.getBytes(StandardCharsets.UTF_8))
        + "."
        + real.substring(real.indexOf('.') + 1, real.lastIndexOf('.') + 1);
  }

  /** Header and claims of a real one, signed with a key of our own. */
  public static String bySomebodyElse(String real) {
    String signed = real.substring(0, real.lastIndexOf('.'));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A real one that lasts a second: for its sign-in only, the client's tokens are that short. */
  public static String brief(Guest guest) {
    try (CognitoIdentityProviderClient cognito =
        World.stack().client(CognitoIdentityProviderClient.builder())) {
      cognito.updateUserPoolClient(lasting(1, "seconds"));
      try {
        return guest.signsIn(cognito);
      } finally {
        cognito.updateUserPoolClient(lasting(60, "minutes"));
      }
    }
  }

  private static Consumer<UpdateUserPoolClientRequest.Builder> lasting(int time, String unit) {
    TokenValidityUnitsType units =
        TokenValidityUnitsType.builder()
            .accessToken(unit)
            .idToken("minutes")
            .refreshToken("hours")
            .build();
    return update ->
        update
            .userPoolId(World.stack().outputs().get("UserPoolId"))
            .clientId(World.stack().outputs().get("ClientId"))
            .accessTokenValidity(time)
            .tokenValidityUnits(units);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
