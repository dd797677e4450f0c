package io.countersign.aws.keys;

import io.countersign.name.Token;
import java.util.HexFormat;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GenerateMacResponse;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;

/** Recognises a body again without keeping anything from which a guess could be checked. */
public final class KmsFingerprint {
  private final KmsClient client;
  private final String key;

  /**
   * Uses a key.
   *
   * @param key of kind HMAC_256
   */
  public KmsFingerprint(KmsClient client, String key) {
    this.client = client;
    this.key = key;
  }

  /**
   * The HMAC of the text's SHA-256, 64 hex digits.
   *
   * @throws KeysUnavailable when KMS does not answer
   */
  public String of(String text) {
    try {
      GenerateMacResponse answer =
          client.generateMac(
              mac ->
                  mac.keyId(key)
                      .macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256)
                      .message(SdkBytes.fromUtf8String(Token.of(text))));
      return HexFormat.of().formatHex(answer.mac().asByteArray());
    } catch (SdkException e) {
      throw new KeysUnavailable(e);
    }
  }
}
