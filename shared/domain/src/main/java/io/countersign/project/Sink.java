package io.countersign.project;

import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What a destination writes to, and where that is. */
public sealed interface Sink {
  /** Stands for the document's path in a name. */
  String PATH = "{path}";

  /** Of which kind it is. */
  Kind kind();

  /** What is kept of its credentials, the newest first; the first is the one that is used. */
  default List<Credential> credentials() {
    return List.of();
  }

  /** The same with these credentials. */
  default Sink with(List<Credential> credentials) {
    return this;
  }

  /** The kinds there are. */
  enum Kind {
    SSM,
    WEBHOOK,
    KUBERNETES,
    EXTERNAL_SECRETS,
    ECS
  }

  /**
   * SSM Parameter Store.
   *
   * @param whole whether a document is one parameter of its JSON text, not one for each key
   */
  record Parameters(String prefix, boolean whole) implements Sink {
    @Override
    public Kind kind() {
      return Kind.SSM;
    }
  }

  /**
   * An address that is told by signed events.
   *
   * @param url begins with {@code https://}, or {@code http://} where the deployment allows that
   * @param values whether it is sent the document besides the event
   * @param events the words of the requests' own events that it is sent, for example {@code
   *     Submitted}
   * @param credentials the keys that sign: the present one, and the one before for those who have
   *     not changed theirs yet
   */
  record Webhook(String url, boolean values, SortedSet<String> events, List<Credential> credentials)
      implements Sink {
    /** What the text of a signing key begins with; its bytes follow in Base64. */
    public static final String KEY = "whsec_";

    /**
     * The bytes of a signing key.
     *
     * @throws IllegalArgumentException where the text is none
     */
    public static byte[] key(String text) {
      if (!text.startsWith(KEY)) {
        throw new IllegalArgumentException("does not begin with " + KEY);
      }
      return Base64.getDecoder().decode(text.substring(KEY.length()));
    }

    @Override
    public Kind kind() {
      return Kind.WEBHOOK;
    }

    @Override
    public Sink with(List<Credential> other) {
      return new Webhook(url, values, events, other);
    }
  }

  /** Something in a Kubernetes cluster, which knows us by the cluster's login. */
  sealed interface InCluster extends Sink {
    Cluster cluster();

    @Override
    default List<Credential> credentials() {
      return cluster().login().credentials();
    }
  }

  /**
   * A Secret of a Kubernetes cluster, which is ours as far as its keys are.
   *
   * @param name of the Secret; {@code {path}} in it stands for the document's path with dashes
   * @param keys the name in the Secret by the document's key; empty means each under its own
   * @param whole the name under which the document's JSON text stands, in place of its keys; or
   *     null
   */
  record KubernetesSecret(
      Cluster cluster,
      String name,
      SortedMap<String, String> keys,
      @Nullable String whole,
      SortedMap<String, String> labels)
      implements InCluster {
    @Override
    public Kind kind() {
      return Kind.KUBERNETES;
    }

    @Override
    public Sink with(List<Credential> credentials) {
      return new KubernetesSecret(cluster.with(credentials), name, keys, whole, labels);
    }
  }

  /**
   * An ExternalSecret of a Kubernetes cluster, which its operator is asked to refresh.
   *
   * @param name of the ExternalSecret, as that of a Secret
   */
  record ExternalSecret(Cluster cluster, String name) implements InCluster {
    @Override
    public Kind kind() {
      return Kind.EXTERNAL_SECRETS;
    }

    @Override
    public Sink with(List<Credential> credentials) {
      return new ExternalSecret(cluster.with(credentials), name);
    }
  }

  /** A service of Amazon ECS, whose tasks are replaced so that they read the new value. */
  record Service(String cluster, String service) implements Sink {
    @Override
    public Kind kind() {
      return Kind.ECS;
    }
  }

  /**
   * A namespace of a Kubernetes cluster.
   *
   * @param server the API server's address
   * @param ca the certificates in PEM that the server's is checked against, and no others
   */
  record Cluster(String server, String ca, String namespace, Login login) {
    Cluster with(List<Credential> credentials) {
      return login instanceof Login.Bearer
          ? new Cluster(server, ca, namespace, new Login.Bearer(credentials))
          : this;
    }
  }

  /** As whom a cluster knows us. */
  sealed interface Login {
    /** What is kept for it. */
    default List<Credential> credentials() {
      return List.of();
    }

    /** By a token of a service account. */
    record Bearer(List<Credential> credentials) implements Login {}

    /**
     * By the function's own role.
     *
     * @param cluster the cluster's name in EKS
     */
    record Eks(String cluster) implements Login {}
  }
}
