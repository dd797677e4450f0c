package io.countersign.sync.ecs;

import io.countersign.destination.Lane;
import io.countersign.project.Destination;
import io.countersign.project.Sink;
import io.countersign.sync.Connector;
import io.countersign.sync.Later;
import io.countersign.sync.Load;
import io.countersign.sync.Pushed;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ecs.EcsClient;

/** Services of Amazon ECS: their tasks are replaced one after the other as the service says. */
public final class EcsServices implements Connector {
  private final EcsClient client;

  public EcsServices(EcsClient client) {
    this.client = client;
  }

  /** Two deployments of a service at once would only replace each other. */
  @Override
  public int abreast() {
    return 1;
  }

  @Override
  public Pushed bring(Load load) {
    Sink.Service sink = (Sink.Service) load.destination().sink();
    call(
        () ->
            client.updateService(
                update ->
                    update
                        .cluster(sink.cluster())
                        .service(sink.service())
                        .forceNewDeployment(true)));
    return Pushed.whole(load.versionId());
  }

  @Override
  public @Nullable String test(Lane lane, Destination destination) {
    Sink.Service sink = (Sink.Service) destination.sink();
    var found =
        call(
            () ->
                client.describeServices(
                    find -> find.cluster(sink.cluster()).services(sink.service())));
    return found.services().stream().anyMatch(each -> "ACTIVE".equals(each.status()))
        ? null
        : "there is no such service that is active";
  }

  private static <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (AwsServiceException e) {
      throw new Later("ECS: " + e.awsErrorDetails().errorCode());
    } catch (SdkException e) {
      throw new Later("ECS: no answer");
    }
  }
}
