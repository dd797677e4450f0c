package io.countersign.local;

import io.countersign.local.chat.ChatServer;
import io.countersign.local.deploy.Deployer;
import io.countersign.local.deploy.Deployment;
import io.countersign.local.deploy.Redelivery;
import io.countersign.local.deploy.ReportQueue;
import io.countersign.local.emulator.MiniStack;
import io.countersign.local.lambda.Endpoints;
import io.countersign.local.lambda.FunctionSettings;
import io.countersign.local.lambda.Functions;
import io.countersign.local.mail.MailPage;
import io.countersign.local.mail.Mails;
import io.countersign.local.mail.Ses;
import io.countersign.local.passage.PlainAddress;
import io.countersign.local.people.People;
import io.countersign.local.people.SignIn;
import io.countersign.local.process.PidFile;
import io.countersign.local.process.Ports;
import io.countersign.local.process.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** Puts a stack together, part by part. */
final class Assembly {
  private final Options options;
  private final Checkout checkout;
  private final Parts parts = new Parts();

  Assembly(Options options) {
    this.options = options;
    this.checkout = new Checkout(options.root());
  }

  LocalStack start() throws IOException, InterruptedException {
    try {
      return assemble();
    } catch (IOException | InterruptedException | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private LocalStack assemble() throws IOException, InterruptedException {
    remember();
    MiniStack.endLeftOver(options.folder());
    Options.State state = state(options.folder().resolve("state"));
    Files.createDirectories(options.folder().resolve("logs"));
    Files.createDirectories(options.folder().resolve("tmp"));
    int mailPort = Ports.claim(options.mailPort());
    int plainPort = named() ? 0 : Ports.claim(options.plainPort());
    Functions functions = parts.add(Functions.listen(options.folder()));
    URI endpoint = endpoint(functions);
    Files.writeString(options.folder().resolve("endpoint"), endpoint + "\n");
    Deployer deployer = new Deployer(endpoint, LocalStack.REGION);

    options.progress().accept("Deploying template.yaml");
    ChatServer chat = parts.add(ChatServer.serve());
    Deployment deployment = deployed(deployer, chat, dashboard(endpoint, plainPort));
    functions.serve(
        settings(deployment),
        deployment.roles(),
        new Endpoints(endpoint, mail(endpoint, deployer)),
        LocalStack.REGION,
        new Redelivery(deployer));
    People people = people(deployment);
    MailPage mailPage = parts.add(MailPage.serve(new Mails(endpoint), mailPort));
    return new LocalStack(
        options, parts, functions, deployment, people, chat, mailPage.address(), state);
  }

  /** The template, deployed once more where it is already. */
  Deployment deployed(Deployer deployer, ChatServer chat, URI dashboard)
      throws IOException, InterruptedException {
    return Deployment.of(
        checkout.root(),
        options.folder(),
        checkout.tool("sam", "sam"),
        LocalStack.STACK,
        deployer,
        chat.address(),
        dashboard);
  }

  private void remember() throws IOException {
    PidFile pidFile = new PidFile(options.folder().resolve("stack.pid"));
    pidFile
        .running()
        .ifPresent(
            other -> {
              throw new StackFailure(
                  "Already up (process " + other.pid() + "): ./dev down ends it");
            });
    pidFile.write(ProcessHandle.current());
    parts.add(pidFile::delete);
  }

  /** What there is to go on from. */
  private Options.State state(Path folder) throws IOException {
    if (options.aws() instanceof Aws.Foreign) {
      return Options.State.KEPT;
    }
    if (options.state() == Options.State.DROPPED) {
      RunFolder.delete(folder);
    }
    return RunFolder.isEmpty(folder) ? Options.State.DROPPED : Options.State.KEPT;
  }

  private URI endpoint(Functions functions) throws IOException, InterruptedException {
    return switch (options.aws()) {
      case Aws.Foreign(URI endpoint) -> endpoint;
      case Aws.Own(int port) -> {
        options.progress().accept("Starting the emulator");
        Map<String, URI> addresses =
            checkout.functions().stream()
                .map(name -> LocalStack.STACK + "-" + name)
                .collect(Collectors.toMap(name -> name, functions::address));
        Path program = checkout.tool("ministack", "ministack");
        yield parts
            .add(
                MiniStack.start(
                    program, options.folder(), Ports.claim(port), LocalStack.REGION, addresses))
            .endpoint();
      }
    };
  }

  /** Whether whoever uses it finds the dashboard by its name. */
  private boolean named() {
    return switch (options.audience()) {
      case TESTS -> true;
      case PEOPLE -> PlainAddress.resolves(Deployment.DASHBOARD);
    };
  }

  /** Where browsers find the dashboard. */
  private URI dashboard(URI endpoint, int plainPort) throws IOException {
    URI dashboard = Deployment.dashboard(endpoint);
    return named()
        ? dashboard
        : parts.add(PlainAddress.of(dashboard, endpoint, plainPort)).address();
  }

  /** Where functions send mail. */
  private URI mail(URI endpoint, Deployer deployer) throws IOException {
    return switch (options.audience()) {
      case TESTS -> endpoint;
      case PEOPLE -> {
        ReportQueue queue = new ReportQueue(deployer, LocalStack.STACK);
        yield parts.add(Ses.before(endpoint, LocalStack.REGION, queue)).address();
      }
    };
  }

  /** What the functions run as: nothing where AWS runs them. */
  List<FunctionSettings> settings(Deployment deployment) throws IOException {
    return switch (options.aws()) {
      case Aws.Foreign foreign -> List.of();
      case Aws.Own own -> deployment.functions(checkout.functions(), checkout::artifact);
    };
  }

  private static People people(Deployment deployment) {
    try (CognitoIdentityProviderClient cognito =
        deployment.deployer().client(CognitoIdentityProviderClient.builder())) {
      SignIn signIn = deployment.signIn();
      return People.in(cognito, deployment.output("UserPoolId"), signIn);
    }
  }
}
