package io.countersign.local.lambda;

import java.util.Map;
import java.util.TreeMap;

/** The variables that Lambda sets for a function, and nothing inherited. */
record LambdaEnvironment(String region, Endpoints endpoints) {
  Map<String, String> of(FunctionSettings function, RoleSession session, String runtimeApi) {
    Map<String, String> variables = new TreeMap<>(function.environment());
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
    variables.put("AWS_REGION", region);
    variables.put("AWS_DEFAULT_REGION", region);
    variables.putAll(endpoints.variables());
    variables.put("AWS_ACCESS_KEY_ID", session.accessKeyId());
    variables.put("AWS_SECRET_ACCESS_KEY", session.secretAccessKey());
    variables.put("AWS_SESSION_TOKEN", session.sessionToken());
    variables.put("LAMBDA_TASK_ROOT", function.taskRoot().toString());
    variables.put("_HANDLER", function.handler());
    variables.put("LANG", "en_US.UTF-8");
    variables.put("TZ", ":UTC");
    variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    return variables;
  }
}
