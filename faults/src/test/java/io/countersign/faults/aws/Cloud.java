package io.countersign.faults.aws;

import io.countersign.aws.client.Clients;
import io.countersign.aws.table.TableInTemplate;
import io.countersign.dynamodb.LocalTables;
import io.countersign.local.emulator.MiniStack;
import io.countersign.local.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** AWS as far as the functions need it: DynamoDB Local, and the emulator for everything else. */
public final class Cloud implements AutoCloseable {
  /** By the schedule: what is due, and what was not published. */
  private static final Set<String> ASKED = Set.of("index1", "index3", "index4");

  public static final String BUS = "countersign-faults";
  public static final String SENDER = "countersign@example.com";
  public static final String CONFIGURATION_SET = "countersign-faults";

  private final LocalTables tables;
  private final MiniStack emulator;
  public final DynamoDbClient table;
  public final SecretsManagerClient secrets;
  public final KmsClient keys;
  public final EventBridgeClient events;
  public final SqsClient queues;
  public final SsmClient parameters;
  public final SesV2Client mails;
  private String key = "";
  private String queue = "";

  private Cloud(LocalTables tables, MiniStack emulator) {
    this.tables = tables;
    this.emulator = emulator;
    table = client(DynamoDbClient.builder(), tables.endpoint());
    secrets = client(SecretsManagerClient.builder(), emulator.endpoint());
    keys = client(KmsClient.builder(), emulator.endpoint());
    events = client(EventBridgeClient.builder(), emulator.endpoint());
    queues = client(SqsClient.builder(), emulator.endpoint());
    parameters = client(SsmClient.builder(), emulator.endpoint());
    mails = client(SesV2Client.builder(), emulator.endpoint());
  }

  private void furnish() {
    events.createEventBus(bus -> bus.name(BUS));
    mails.createEmailIdentity(identity -> identity.emailIdentity(SENDER));
    mails.createConfigurationSet(set -> set.configurationSetName(CONFIGURATION_SET));
    queue = queues.createQueue(made -> made.queueName("merge")).queueUrl();
    key =
        keys.createKey(
                made -> made.keySpec(KeySpec.HMAC_256).keyUsage(KeyUsageType.GENERATE_VERIFY_MAC))
            .keyMetadata()
            .keyId();
  }

  /** Makes a table as the template has it, but for the indexes of lists, for which nobody asks. */
  public void make(String name) {
    CreateTableRequest whole = TableInTemplate.read().named(name);
    List<GlobalSecondaryIndex> asked =
        whole.globalSecondaryIndexes().stream()
            .filter(index -> ASKED.contains(index.indexName()))
            .toList();
    Set<String> keys =
        Stream.concat(
                whole.keySchema().stream(),
                asked.stream().flatMap(each -> each.keySchema().stream()))
            .map(KeySchemaElement::attributeName)
            .collect(Collectors.toSet());
    table.createTable(
        whole.toBuilder()
            .globalSecondaryIndexes(asked)
            .attributeDefinitions(
                whole.attributeDefinitions().stream()
                    .filter(each -> keys.contains(each.attributeName()))
                    .toList())
            .build());
  }

  /** The id of the key for hashes of bodies. */
  public String key() {
    return key;
  }

  /** The address of the merge function's queue. */
  public String queue() {
    return queue;
  }

  /** In a folder of its own each time, because the emulator would remember the last run. */
  public static Cloud start() {
    try {
      Path root = root();
      Path target = Files.createDirectories(root.resolve("faults/target"));
      Path folder = Files.createTempDirectory(target, "cloud");
      Files.createDirectories(folder.resolve("logs"));
      Path program = root.resolve(".tools/ministack/bin/ministack");
      String region = Region.EU_CENTRAL_1.id();
      Cloud cloud =
          new Cloud(
              LocalTables.start(),
              MiniStack.start(program, folder, Ports.claim(0), region, Map.of()));
      try {
        cloud.furnish();
        return cloud;
      } catch (RuntimeException e) {
        cloud.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The checkout, from wherever below it this runs. */
  public static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("template.yaml"))) {
      here = Objects.requireNonNull(here.getParent(), "the checkout");
    }
    return here;
  }

  private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
      B builder, URI endpoint) {
    return Clients.build(
        builder
            .endpointOverride(endpoint)
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))));
  }

  @Override
  public void close() throws IOException {
    try (tables;
        emulator) {
      table.close();
      secrets.close();
    }
  }
}
