package io.countersign.local.deploy;

import io.countersign.local.lambda.FunctionSettings;
import io.countersign.local.process.StackFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Functions as they were deployed: the version behind the alias that everything calls. */
record DeployedFunctions(LambdaClient lambda) {
  private static final String ALIAS = "live";

  FunctionSettings settings(String name, Path taskRoot) {
    GetFunctionConfigurationResponse deployed = configuration(name);
    Map<String, String> environment = new TreeMap<>();
    if (deployed.environment() != null) {
      environment.putAll(deployed.environment().variables());
    }
    if (deployed.loggingConfig() != null) {
      environment.put("AWS_LAMBDA_LOG_FORMAT", deployed.loggingConfig().logFormatAsString());
    }
    return new FunctionSettings(
        name,
        deployed.handler(),
        deployed.role(),
        Duration.ofSeconds(deployed.timeout()),
        deployed.memorySize(),
        environment,
        taskRoot);
  }

  private GetFunctionConfigurationResponse configuration(String name) {
    try {
      return lambda.getFunctionConfiguration(
          request -> request.functionName(name).qualifier(ALIAS));
    } catch (ResourceNotFoundException e) {
      throw new StackFailure("The template deploys no function " + name, e);
    }
  }
}
