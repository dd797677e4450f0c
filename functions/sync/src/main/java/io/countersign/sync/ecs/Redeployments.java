package io.countersign.sync.ecs;

import io.countersign.destination.Lane;
import io.countersign.destination.Services;
import io.countersign.project.Destination;
import io.countersign.project.Sink;
import io.countersign.sync.Connector;
import io.countersign.sync.Load;
import io.countersign.sync.Pushed;
import org.jspecify.annotations.Nullable;

/** Services that are deployed anew, so that their tasks read the new value. */
public final class Redeployments implements Connector {
  private final Services services;

  public Redeployments(Services services) {
    this.services = services;
  }

  /** Two deployments of a service at once would only replace each other. */
  @Override
  public int abreast() {
    return 1;
  }

  @Override
  public Pushed bring(Load load) {
    Sink.Service sink = (Sink.Service) load.destination().sink();
    services.deploy(sink.cluster(), sink.service());
    return Pushed.whole(load.versionId());
  }

  @Override
  public @Nullable String test(Lane lane, Destination destination) {
    Sink.Service sink = (Sink.Service) destination.sink();
    return services.isActive(sink.cluster(), sink.service())
        ? null
        : "there is no such service that is active";
  }
}
