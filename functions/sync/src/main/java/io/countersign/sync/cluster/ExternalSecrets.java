package io.countersign.sync.cluster;

import io.countersign.destination.Lane;
import io.countersign.project.Destination;
import io.countersign.project.Sink;
import io.countersign.sync.Connector;
import io.countersign.sync.Later;
import io.countersign.sync.Load;
import io.countersign.sync.Pushed;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import org.jspecify.annotations.Nullable;

/** ExternalSecrets: their operator reads the secret anew when this annotation of theirs changes. */
public final class ExternalSecrets implements Connector {
  private static final int ABREAST = 8;
  private static final ResourceDefinitionContext TYPE =
      new ResourceDefinitionContext.Builder()
          .withGroup("external-secrets.io")
          .withVersion("v1")
          .withKind("ExternalSecret")
          .withPlural("externalsecrets")
          .withNamespaced(true)
          .build();

  private final Clusters clusters;

  public ExternalSecrets(Clusters clusters) {
    this.clusters = clusters;
  }

  @Override
  public int abreast() {
    return ABREAST;
  }

  @Override
  public Pushed bring(Load load) {
    Sink.ExternalSecret sink = (Sink.ExternalSecret) load.destination().sink();
    String name = Names.of(sink.name(), load.place().document().path());
    String patch =
        "{\"metadata\":{\"annotations\":{\"force-sync\":\"%s\"}}}".formatted(load.versionId());
    clusters.in(
        sink.cluster(),
        load.place().lane(),
        client ->
            there(at(client, sink, name)).patch(PatchContext.of(PatchType.JSON_MERGE), patch));
    return Pushed.whole(load.versionId());
  }

  @Override
  public @Nullable String test(Lane lane, Destination destination) {
    Sink.ExternalSecret sink = (Sink.ExternalSecret) destination.sink();
    clusters.in(
        sink.cluster(),
        lane,
        client ->
            client.genericKubernetesResources(TYPE).inNamespace(sink.cluster().namespace()).list());
    if (!sink.name().contains(Sink.PATH)) {
      clusters.in(sink.cluster(), lane, client -> there(at(client, sink, sink.name())));
    }
    return null;
  }

  private static Resource<GenericKubernetesResource> there(
      Resource<GenericKubernetesResource> resource) {
    if (resource.get() == null) {
      throw new Later("there is no such ExternalSecret");
    }
    return resource;
  }

  private static Resource<GenericKubernetesResource> at(
      KubernetesClient client, Sink.ExternalSecret sink, String name) {
    return client
        .genericKubernetesResources(TYPE)
        .inNamespace(sink.cluster().namespace())
        .withName(name);
  }
}
