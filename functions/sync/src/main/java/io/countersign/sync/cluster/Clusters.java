package io.countersign.sync.cluster;

import io.countersign.destination.Lane;
import io.countersign.destination.Reach;
import io.countersign.project.Sink;
import io.countersign.sync.Later;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Calls to clusters, each by a client that trusts the pinned certificates and no others. */
public final class Clusters {
  private static final int CONNECT_MS = 3_000;
  private static final int ANSWER_MS = 10_000;

  /** Of these the cluster says whose or which; its other words may quote what was sent. */
  private static final List<Integer> SPEAKING = List.of(401, 403, 404, 409);

  private final Logins logins;
  private final Reach reach;

  public Clusters(Logins logins, Reach reach) {
    this.logins = logins;
    this.reach = reach;
  }

  /**
   * Does something in a cluster.
   *
   * @throws Later where it came to nothing
   */
  <T extends @Nullable Object> T in(
      Sink.Cluster cluster, Lane lane, Function<KubernetesClient, T> act) {
    checkAddress(URI.create(cluster.server()));
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(cluster.server())
            .withNamespace(cluster.namespace())
            .withOauthToken(logins.token(lane, cluster))
            .withCaCertData(
                Base64.getEncoder()
                    .encodeToString(cluster.ca().getBytes(StandardCharsets.US_ASCII)))
            .withConnectionTimeout(CONNECT_MS)
            .withRequestTimeout(ANSWER_MS)
            .withRequestRetryBackoffLimit(0)
            .build();
    try (KubernetesClient client =
        new KubernetesClientBuilder()
            .withConfig(config)
            .withHttpClientFactory(new Straight())
            .build()) {
      return act.apply(client);
    } catch (KubernetesClientException e) {
      throw new Later(why(e));
    }
  }

  /**
   * A name that leads elsewhere a moment later meets no server with a certificate of the pinned
   * ones for that name.
   */
  private void checkAddress(URI server) {
    String problem = reach.problem(server);
    if (problem != null) {
      throw new Later("its address " + problem);
    }
    try {
      for (InetAddress each : InetAddress.getAllByName(server.getHost())) {
        if (!reach.excepts(server) && !Reach.open(each)) {
          throw new Later("its name leads into a private network");
        }
      }
    } catch (UnknownHostException e) {
      throw new Later("no answer: its name is not known");
    }
  }

  /** Follows nobody elsewhere: a redirection could lead inside, and takes what was sent along. */
  private static final class Straight extends JdkHttpClientFactory {
    @Override
    protected void additionalConfig(HttpClient.Builder builder) {
      builder.followRedirects(HttpClient.Redirect.NEVER);
    }
  }

  private static String why(KubernetesClientException e) {
    // No status came at all.
    if (e.getCode() <= 0) {
      return "no answer: " + root(e);
    }
    String said = e.getStatus() == null ? null : e.getStatus().getMessage();
    return "it answered "
        + e.getCode()
        + (said != null && SPEAKING.contains(e.getCode()) ? ": " + said : "");
  }

  private static String root(Throwable fault) {
    for (Throwable each = fault; each != null; each = each.getCause()) {
      if (each instanceof SSLException) {
        return "its certificate is not one of those that this destination trusts";
      }
    }
    Throwable last = fault;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return last.getClass().getSimpleName();
  }
}
