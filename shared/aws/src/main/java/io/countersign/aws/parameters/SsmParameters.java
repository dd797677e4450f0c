package io.countersign.aws.parameters;

import io.countersign.destination.Parameter;
import io.countersign.destination.Parameters;
import io.countersign.destination.ParametersUnavailable;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Parameters in SSM, all of them encrypted. */
public final class SsmParameters implements Parameters {
  private static final String INVALID = "ValidationException";
  private static final String GONE = "ParameterNotFound";

  /** The codes that no later try would change. */
  private static final Set<String> FINAL =
      Set.of(
          INVALID,
          GONE,
          "HierarchyLevelLimitExceededException",
          "HierarchyTypeMismatchException",
          "ParameterLimitExceeded",
          "ParameterMaxVersionLimitExceeded",
          "ParameterPatternMismatchException",
          "UnsupportedParameterType");

  private final SsmClient client;

  public SsmParameters(SsmClient client) {
    this.client = client;
  }

  /**
   * A parameter that was advanced once stays so: SSM calls the standard tier invalid for it, and it
   * is then written as what it is.
   */
  @Override
  public Outcome put(Parameter parameter) {
    String refusal =
        refusal(parameter, parameter.advanced() ? ParameterTier.ADVANCED : ParameterTier.STANDARD);
    if (INVALID.equals(refusal) && !parameter.advanced()) {
      refusal = refusal(parameter, ParameterTier.ADVANCED);
    }
    return refusal == null ? new Outcome.Held() : new Outcome.Refused("SSM refused it: " + refusal);
  }

  /** The code of a refusal for good, or null when it was written. */
  private @Nullable String refusal(Parameter parameter, ParameterTier tier) {
    return call(
        "PutParameter",
        () -> {
          client.putParameter(
              put ->
                  put.name(parameter.name())
                      .value(parameter.value())
                      .type(ParameterType.SECURE_STRING)
                      .tier(tier)
                      .overwrite(true));
        });
  }

  @Override
  public void delete(String name) {
    String refusal = call("DeleteParameter", () -> client.deleteParameter(it -> it.name(name)));
    if (refusal != null && !refusal.equals(GONE)) {
      throw new IllegalStateException("SSM DeleteParameter: " + refusal);
    }
  }

  /**
   * The code of a refusal for good, or null when it went well. SSM's own words could repeat a
   * value: only its codes are kept.
   */
  private static @Nullable String call(String operation, Runnable call) {
    try {
      call.run();
      return null;
    } catch (SdkException e) {
      String code = e instanceof AwsServiceException fault ? code(fault) : name(e);
      if (FINAL.contains(code)) {
        return code;
      }
      throw new ParametersUnavailable("SSM " + operation + ": " + code, e);
    }
  }

  private static String code(AwsServiceException e) {
    return e.awsErrorDetails() == null ? name(e) : e.awsErrorDetails().errorCode();
  }

  private static String name(Exception e) {
    return e.getClass().getSimpleName();
  }
}
