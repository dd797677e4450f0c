package io.countersign.aws.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.destination.Parameter;
import io.countersign.destination.Parameters.Outcome;
import io.countersign.destination.ParametersUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.PutParameterRequest;

class SsmParametersTest {
  private static final Parameter SMALL = new Parameter("/app/KEY", "s3cret");
  private static final Parameter LARGE = new Parameter("/app/KEY", "s3cret".repeat(1000));

  @Test
  void parametersAreEncryptedAndOverwritten() {
    AnsweringSsm ssm = new AnsweringSsm();
    assertThat(new SsmParameters(ssm).put(SMALL)).isEqualTo(new Outcome.Held());
    PutParameterRequest put = ssm.puts().getFirst();
    assertThat(put.name()).isEqualTo("/app/KEY");
    assertThat(put.value()).isEqualTo("s3cret");
    assertThat(put.type()).isEqualTo(ParameterType.SECURE_STRING);
    assertThat(put.overwrite()).isTrue();
  }

  @Test
  void theTierIsStandardWhereThatSuffices() {
    AnsweringSsm ssm = new AnsweringSsm();
    new SsmParameters(ssm).put(SMALL);
    new SsmParameters(ssm).put(LARGE);
    assertThat(ssm.puts())
        .extracting(PutParameterRequest::tier)
        .containsExactly(ParameterTier.STANDARD, ParameterTier.ADVANCED);
  }

  @Test
  void whatWasAdvancedOnceStaysAdvanced() {
    AnsweringSsm ssm = new AnsweringSsm("ValidationException");
    assertThat(new SsmParameters(ssm).put(SMALL)).isEqualTo(new Outcome.Held());
    assertThat(ssm.puts())
        .extracting(PutParameterRequest::tier)
        .containsExactly(ParameterTier.STANDARD, ParameterTier.ADVANCED);
  }

  @Test
  void theFullStandardTierIsNoReasonToPayForTheAdvancedOne() {
    AnsweringSsm ssm = new AnsweringSsm("ParameterLimitExceeded");
    assertThat(new SsmParameters(ssm).put(SMALL))
        .isEqualTo(new Outcome.Refused("SSM refused it: ParameterLimitExceeded"));
    assertThat(ssm.puts()).hasSize(1);
  }

  @Test
  void whatIsInvalidInBothTiersIsRefusedByItsCode() {
    AnsweringSsm ssm = new AnsweringSsm("ValidationException", "ValidationException");
    assertThat(new SsmParameters(ssm).put(SMALL))
        .isEqualTo(new Outcome.Refused("SSM refused it: ValidationException"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ThrottlingException", "TooManyUpdates", "InternalServerError", "AccessDenied"})
  void whatMayGoWellLaterIsNoRefusalAndShowsNoValue(String code) {
    assertThatExceptionOfType(ParametersUnavailable.class)
        .isThrownBy(() -> new SsmParameters(new AnsweringSsm(code)).put(SMALL))
        .withMessage("SSM PutParameter: " + code);
  }

  @Test
  void whatIsGoneAlreadyIsDeleted() {
    AnsweringSsm ssm = new AnsweringSsm("ParameterNotFound");
    new SsmParameters(ssm).delete("/app/KEY");
    assertThat(ssm.deleted()).containsExactly("/app/KEY");
  }

  @Test
  void aDeletionThatMayGoWellLaterIsNotDone() {
    assertThatExceptionOfType(ParametersUnavailable.class)
        .isThrownBy(() -> new SsmParameters(new AnsweringSsm("ThrottlingException")).delete("/n"));
  }
}
