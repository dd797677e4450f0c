package io.countersign.aws.container;

import io.countersign.destination.Services;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ecs.EcsClient;

/** Services by the SDK. */
public final class EcsServices implements Services {
  private final EcsClient client;

  public EcsServices(EcsClient client) {
    this.client = client;
  }

  @Override
  public void deploy(String cluster, String service) {
    call(
        () ->
            client.updateService(
                update -> update.cluster(cluster).service(service).forceNewDeployment(true)));
  }

  @Override
  public boolean isActive(String cluster, String service) {
    return call(() -> client.describeServices(find -> find.cluster(cluster).services(service)))
        .services()
        .stream()
        .anyMatch(each -> "ACTIVE".equals(each.status()));
  }

  private static <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (AwsServiceException e) {
      throw new ServicesUnavailable("ECS: " + e.awsErrorDetails().errorCode(), e);
    } catch (SdkException e) {
      throw new ServicesUnavailable("ECS: no answer", e);
    }
  }
}
