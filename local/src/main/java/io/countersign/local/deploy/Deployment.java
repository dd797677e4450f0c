package io.countersign.local.deploy;

import io.countersign.local.lambda.FunctionSettings;
import io.countersign.local.people.MachineClient;
import io.countersign.local.people.SignIn;
import io.countersign.local.process.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The deployed template.
 *
 * @param folder of the stack that it belongs to
 * @param dashboard the address for browsers, without a slash at the end
 * @param outputs as the template names them
 */
public record Deployment(
    String stackName, Deployer deployer, Path folder, URI dashboard, Map<String, String> outputs) {
  /** Eight hexadecimal digits, so that the emulator serves the API under a host of its own. */
  private static final String API_ID = "c0de5190";

  /** The host of the API, and so of the dashboard. */
  public static final String DASHBOARD = API_ID + ".execute-api.localhost";

  private static final String SCOPES = "openid email";

  /**
   * Deploys the project's template with SAM CLI. The tokens of those clients that are in its user
   * pool already and act by themselves are accepted.
   *
   * @param chat what is Slack and Teams for it
   */
  public static Deployment of(
      Path project,
      Path folder,
      Path samCli,
      String stackName,
      Deployer deployer,
      URI chat,
      URI dashboard)
      throws IOException, InterruptedException {
    SamCli sam = new SamCli(samCli, project, folder, deployer);
    Map<String, String> parameters = parameters(deployer.endpoint(), chat, dashboard);
    try (CognitoIdentityProviderClient cognito =
        deployer.client(CognitoIdentityProviderClient.builder())) {
      List<String> machines = MachineClient.all(cognito, stackName);
      if (!machines.isEmpty()) {
        parameters.put("MachineClientIds", String.join(",", machines));
      }
    }
    sam.deploy(stackName, parameters);
    return new Deployment(stackName, deployer, folder, dashboard, sam.outputs(stackName));
  }

  private static Map<String, String> parameters(URI endpoint, URI chat, URI dashboard) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("Stage", "local");
    parameters.put("ApiId", API_ID);
    parameters.put("ManagedPrefixes", "prod/,staging/");
    parameters.put("ManagedParameters", "/countersign/");
    parameters.put("SenderAddress", "countersign@example.com");
    parameters.put("BaseUrl", dashboard.toString());
    parameters.put("SlackUrl", "http://" + chat.getAuthority());
    parameters.put("TeamsOrigins", "http://" + chat.getAuthority());
    // What a developer starts beside it.
    parameters.put("PrivateTargets", "127.0.0.1:*");
    parameters.put("OidcAuthorizationEndpoint", endpoint.resolve("/oauth2/authorize").toString());
    parameters.put("OidcTokenEndpoint", endpoint.resolve("/oauth2/token").toString());
    parameters.put("OidcEndSessionEndpoint", endpoint.resolve("/logout").toString());
    return parameters;
  }

  /** Its address by the API's own name, which Chromium and Firefox resolve everywhere. */
  public static URI dashboard(URI endpoint) {
    return URI.create("http://" + DASHBOARD + ":" + endpoint.getPort());
  }

  /** The address for clients that do not resolve {@code *.localhost}; ends in a slash. */
  public URI api() {
    return deployer.endpoint().resolve("/_aws/execute-api/" + output("ApiId") + "/$default/");
  }

  /** How the demo people sign in. */
  public SignIn signIn() {
    return new SignIn(
        deployer.endpoint().resolve("/oauth2/authorize"),
        deployer.endpoint().resolve("/oauth2/token"),
        output("ClientId"),
        dashboard + "/",
        SCOPES);
  }

  public String output(String name) {
    String value = outputs.get(name);
    if (value == null) {
      throw new StackFailure("The template has no output " + name);
    }
    return value;
  }

  /** What the endpoint knows of these functions, and their artifacts unpacked. */
  public List<FunctionSettings> functions(List<String> names, Function<String, Path> artifact)
      throws IOException {
    List<FunctionSettings> functions = new ArrayList<>();
    try (LambdaClient lambda = deployer.client(LambdaClient.builder())) {
      DeployedFunctions deployed = new DeployedFunctions(lambda);
      for (String name : names) {
        Path root = TaskRoot.unpacked(artifact.apply(name), folder.resolve("code"));
        functions.add(deployed.settings(stackName + "-" + name, root));
      }
    }
    return functions;
  }

  /** Sessions of the functions' roles. */
  public AssumedRoles roles() {
    return new AssumedRoles(deployer.client(StsClient.builder()));
  }
}
