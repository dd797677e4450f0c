package io.countersign.dynamodb;

import java.lang.reflect.Field;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/**
 * DynamoDB Local on a free port of 127.0.0.1, in memory, without telemetry. It writes {@code PORT
 * n} when it is ready, and ends when its input does: so it never outlives who started it.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws Exception {
    DynamoDBProxyServer local =
        ServerRunner.createServerFromCommandLineArgs(
            new String[] {"-inMemory", "-disableTelemetry"});
    Server server = jetty(local);
    ServerConnector connector = (ServerConnector) server.getConnectors()[0];
    connector.setHost("127.0.0.1");
    connector.setPort(0);
    local.start();
    System.out.println("PORT " + connector.getLocalPort());
    while (System.in.read() >= 0) {
      // Whatever is said, only the end of it matters.
    }
    Runtime.getRuntime().halt(0);
  }

  /** It has no option for the interface to listen on, and takes all of them. */
  private static Server jetty(DynamoDBProxyServer local) throws ReflectiveOperationException {
    Field field = DynamoDBProxyServer.class.getDeclaredField("server");
    field.setAccessible(true);
    return (Server) field.get(local);
  }
}
