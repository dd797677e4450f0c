package io.countersign.local;

import io.countersign.local.api.Api;
import io.countersign.local.chat.ChatServer;
import io.countersign.local.deploy.Deployer;
import io.countersign.local.deploy.Deployment;
import io.countersign.local.lambda.Functions;
import io.countersign.local.mail.Mails;
import io.countersign.local.people.MachineClient;
import io.countersign.local.people.People;
import io.countersign.local.people.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** Countersign deployed on this machine; closing it ends every process that it started. */
public final class LocalStack implements AutoCloseable {
  /** Region of everything here. */
  public static final String REGION = "eu-central-1";

  /** Name of the deployed stack, and so the first part of every other name. */
  public static final String STACK = "countersign";

  private final Options options;
  private final Parts parts;
  private final Functions functions;
  private final Deployment deployment;
  private final People people;
  private final ChatServer chat;
  private final URI mailPage;
  private final Options.State state;

  LocalStack(
      Options options,
      Parts parts,
      Functions functions,
      Deployment deployment,
      People people,
      ChatServer chat,
      URI mailPage,
      Options.State state) {
    this.options = options;
    this.parts = parts;
    this.functions = functions;
    this.deployment = deployment;
    this.people = people;
    this.chat = chat;
    this.mailPage = mailPage;
    this.state = state;
  }

  /**
   * Starts everything and deploys the template.
   *
   * @throws io.countersign.local.process.StackFailure with one line that says what is missing
   */
  public static LocalStack start(Options options) throws IOException, InterruptedException {
    return new Assembly(options).start();
  }

  /** The stack that everything in this process shares: started when first asked for. */
  public static LocalStack shared() {
    return Shared.STACK;
  }

  private static final class Shared {
    static final LocalStack STACK = started();

    private static LocalStack started() {
      try {
        return start(Options.forOnce(Options.Audience.TESTS, line -> {}));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** Where AWS answers; what {@code AWS_ENDPOINT_URL} is for the functions. */
  public URI endpoint() {
    return deployment.deployer().endpoint();
  }

  /** The API for clients that do not resolve {@code *.localhost}; ends in a slash. */
  public URI api() {
    return deployment.api();
  }

  /** The dashboard for browsers, and the API; without a slash at the end. */
  public URI dashboard() {
    return deployment.dashboard();
  }

  /** The template's outputs. */
  public Map<String, String> outputs() {
    return deployment.outputs();
  }

  /** An SDK client with the deployer's credentials, which may do everything. */
  public <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
    return deployer().client(builder);
  }

  private Deployer deployer() {
    return deployment.deployer();
  }

  /** The API as that person calls it. */
  public Api as(Person person) {
    return anonymous().as(people.token(person));
  }

  /** The API without a token. */
  public Api anonymous() {
    return Api.at(api());
  }

  /** The demo people, who can sign in. */
  public People people() {
    return people;
  }

  /**
   * Makes a client that acts by itself, and deploys again so that its tokens are accepted.
   *
   * @throws io.countersign.local.process.StackFailure when that fails
   */
  public MachineClient machine(String name) throws IOException, InterruptedException {
    try (CognitoIdentityProviderClient cognito = client(CognitoIdentityProviderClient.builder())) {
      String pool = Objects.requireNonNull(outputs().get("UserPoolId"), "the template's output");
      MachineClient made = MachineClient.in(cognito, pool, name);
      Assembly assembly = new Assembly(options);
      functions.update(assembly.settings(assembly.deployed(deployer(), chat, dashboard())));
      return made;
    }
  }

  /** A token of the machine. */
  public String token(MachineClient machine) {
    return machine.token(deployment.signIn().tokenEndpoint());
  }

  /** The mails that were sent. */
  public Mails mails() {
    return new Mails(endpoint());
  }

  /** What is Slack and Teams here. */
  public ChatServer chat() {
    return chat;
  }

  /** The page that shows the mails. */
  public URI mailPage() {
    return mailPage;
  }

  /** Whether it goes on from the state of an earlier one. */
  public Options.State state() {
    return state;
  }

  /** Folder with one log per function, and the emulator's. */
  public Path logs() {
    return options.folder().resolve("logs");
  }

  /**
   * Ends the process of the function's next call in its middle: AWS has carried out two of its
   * requests and the second was not answered yet. A function that makes fewer ends at its answer.
   *
   * @param function short name, as {@code vote}
   */
  public void killOnNextCall(String function) {
    killOnNextCall(function, 2);
  }

  /** The same after another number of requests to AWS. */
  public void killOnNextCall(String function, int requests) {
    functions.killOnNextCall(STACK + "-" + function, requests);
  }

  /** The first call that makes that many requests of one operation, as {@code PutSecretValue}. */
  public void killOnNextCall(String function, int requests, String operation) {
    functions.killOnNextCall(STACK + "-" + function, requests, operation);
  }

  /** Lets the function's next call find AWS unreachable, however often it tries. */
  public void cutOffNextCall(String function) {
    functions.cutOffNextCall(STACK + "-" + function);
  }

  /** How often {@link #killOnNextCall} has struck. */
  public int killed(String function) {
    return functions.killed(STACK + "-" + function);
  }

  @Override
  public void close() {
    parts.close();
  }
}
