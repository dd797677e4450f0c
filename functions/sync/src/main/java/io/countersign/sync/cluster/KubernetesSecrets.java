package io.countersign.sync.cluster;

import io.countersign.destination.Lane;
import io.countersign.destination.Written.Place;
import io.countersign.document.Member;
import io.countersign.project.Destination;
import io.countersign.project.DocumentId;
import io.countersign.project.Sink;
import io.countersign.sync.Connector;
import io.countersign.sync.Later;
import io.countersign.sync.Load;
import io.countersign.sync.Pushed;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of Kubernetes by server-side apply: what we applied before and apply no more goes, what
 * others own stays theirs and is said. The versions of the document stand in annotations.
 */
public final class KubernetesSecrets implements Connector {
  private static final int ABREAST = 8;
  private static final String DOCUMENT = "countersign.io/document";
  private static final String VERSION = "countersign.io/version";
  private static final String TRIAL = "countersign-test";
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,253}");

  private final Clusters clusters;

  public KubernetesSecrets(Clusters clusters) {
    this.clusters = clusters;
  }

  @Override
  public int abreast() {
    return ABREAST;
  }

  @Override
  public Pushed bring(Load load) {
    Sink.KubernetesSecret sink = (Sink.KubernetesSecret) load.destination().sink();
    List<String> unheld = new ArrayList<>();
    Map<String, String> data = load.gone() ? Map.of() : data(sink, load, unheld);
    Lane lane = load.place().lane();
    clusters.in(
        sink.cluster(),
        lane,
        client -> {
          apply(client, sink, load, data);
          return null;
        });
    return unheld.isEmpty()
        ? Pushed.whole(load.versionId())
        : new Pushed(
            load.versionId(),
            "these keys are not there: " + String.join(", ", unheld),
            List.copyOf(unheld));
  }

  private static void apply(
      KubernetesClient client, Sink.KubernetesSecret sink, Load load, Map<String, String> data) {
    Place place = load.place();
    String name = Names.of(sink.name(), place.document().path());
    Secret there = client.secrets().inNamespace(sink.cluster().namespace()).withName(name).get();
    String holds = there == null ? null : annotation(there);
    if (holds != null && !holds.equals(title(place))) {
      throw new Later("the Secret " + name + " holds " + holds + " already");
    }
    Secret wanted =
        new SecretBuilder()
            .withNewMetadata()
            .withName(name)
            .withNamespace(sink.cluster().namespace())
            .withLabels(sink.labels())
            .addToAnnotations(DOCUMENT, title(place))
            .addToAnnotations(VERSION, load.versionId())
            .endMetadata()
            .withData(data)
            .build();
    client.resource(wanted).patch(applying(place.lane()).build(), wanted);
  }

  private static PatchContext.Builder applying(Lane lane) {
    return new PatchContext.Builder()
        .withPatchType(PatchType.SERVER_SIDE_APPLY)
        .withFieldManager(Names.manager(lane))
        .withForce(false);
  }

  private static @Nullable String annotation(Secret secret) {
    Map<String, String> annotations = secret.getMetadata().getAnnotations();
    return annotations == null ? null : annotations.get(DOCUMENT);
  }

  private static String title(Place place) {
    DocumentId document = place.document();
    return place.lane().project() + "/" + document.environment() + document.path();
  }

  private static Map<String, String> data(
      Sink.KubernetesSecret sink, Load load, List<String> unheld) {
    Map<String, String> data = new TreeMap<>();
    if (sink.whole() != null) {
      data.put(sink.whole(), encoded(load.document().text()));
      return data;
    }
    Map<String, String> missing = new TreeMap<>(sink.keys());
    for (Member member : load.document().members()) {
      missing.remove(member.name());
      String key = sink.keys().isEmpty() ? member.name() : sink.keys().get(member.name());
      if (key != null && KEY.matcher(key).matches()) {
        data.put(key, encoded(member.text()));
      } else if (key != null) {
        unheld.add(member.name());
      }
    }
    unheld.addAll(missing.keySet());
    return data;
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A dry run of an apply says whether all would be allowed. */
  @Override
  public @Nullable String test(Lane lane, Destination destination) {
    Sink.KubernetesSecret sink = (Sink.KubernetesSecret) destination.sink();
    Secret trial =
        new SecretBuilder()
            .withNewMetadata()
            .withName(TRIAL)
            .withNamespace(sink.cluster().namespace())
            .withLabels(sink.labels())
            .endMetadata()
            .build();
    PatchContext dry = applying(lane).withDryRun(List.of("All")).build();
    clusters.in(
        sink.cluster(),
        lane,
        client -> {
          client.secrets().inNamespace(sink.cluster().namespace()).withName(TRIAL).get();
          client.resource(trial).patch(dry, trial);
          return null;
        });
    return null;
  }
}
