package io.countersign.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.local.process.AtExit;
import io.countersign.local.process.Ended;
import io.countersign.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** SAM CLI, pointed at an endpoint. */
final class SamCli {
  private final Path executable;
  private final Path project;
  private final Path folder;
  private final Deployer deployer;

  SamCli(Path executable, Path project, Path folder, Deployer deployer) {
    this.executable = executable;
    this.project = project;
    this.folder = folder;
    this.deployer = deployer;
  }

  /** Deploys the template as it stands, the built artifacts with it. */
  void deploy(String stackName, Map<String, String> parameters)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "deploy",
                "--config-env",
                "local",
                "--stack-name",
                stackName,
                "--region",
                deployer.region()));
    command.add("--parameter-overrides");
    parameters.forEach((name, value) -> command.add(name + "=" + value));
    run(command, folder.resolve("logs/deploy.log"));
  }

  Map<String, String> outputs(String stackName) throws IOException, InterruptedException {
    Path file = folder.resolve("tmp/outputs.json");
    run(
        List.of(
            "list",
            "stack-outputs",
            "--stack-name",
            stackName,
            "--region",
            deployer.region(),
            "--output",
            "json"),
        file);
    Map<String, String> outputs = new TreeMap<>();
    for (JsonNode output : new ObjectMapper().readTree(Files.readString(file))) {
      outputs.put(output.path("OutputKey").asText(), output.path("OutputValue").asText());
    }
    return outputs;
  }

  private void run(List<String> arguments, Path output) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(executable.toString()));
    command.addAll(arguments);
    Path errors = folder.resolve("logs/sam.log");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(project.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment());
    builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    try (AtExit _ = AtExit.run(process::destroy)) {
      if (process.waitFor() != 0) {
        throw new StackFailure(
            "sam "
                + arguments.getFirst()
                + " failed:\n"
                + Ended.words(output)
                + "\n"
                + Ended.words(errors));
      }
    } finally {
      process.destroy();
    }
  }

  private Map<String, String> environment() {
    Map<String, String> variables = new TreeMap<>(deployer.environment());
    variables.put("PATH", executable.getParent() + ":/usr/local/bin:/usr/bin:/bin");
    variables.put("HOME", folder.resolve("tmp").toString());
    variables.put("LANG", "C.UTF-8");
    variables.put("SAM_CLI_TELEMETRY", "0");
    // Seconds between looks at the deployment; the default of five is meant for AWS.
    variables.put("SAM_CLI_POLL_DELAY", "0.2");
    return variables;
  }
}
