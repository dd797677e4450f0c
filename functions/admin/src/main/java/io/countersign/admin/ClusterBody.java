package io.countersign.admin;

import io.countersign.admin.DestinationBody.Given;
import io.countersign.admin.DestinationBody.Limits;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.project.Sink;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a body says of a Kubernetes cluster and of what is written there. */
final class ClusterBody {
  // The rules of Kubernetes: RFC 1123 names, labels, and keys of a Secret's data.
  private static final Pattern LABEL_NAME =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");
  private static final Pattern LABEL_VALUE =
      Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?");
  private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,200}[a-z0-9])?");
  private static final Pattern DATA_KEY = Pattern.compile("[A-Za-z0-9._-]{1,253}");
  private static final Pattern EKS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{16,8192}");
  private static final int MOST_PAIRS = 100;
  private static final int LONGEST_CA = 20_000;

  private ClusterBody() {}

  static Given secret(Fields body, Limits limits) {
    Sink.Cluster cluster = cluster(body, limits);
    SortedMap<String, String> keys =
        pairs(body, "keys", null, DATA_KEY, "must name keys of letters, digits and ._-");
    String whole =
        body.has("wholeDocumentAs")
            ? DestinationBody.matching(
                body, "wholeDocumentAs", DATA_KEY, "form", "must be of letters, digits and ._-")
            : null;
    if (whole != null && !keys.isEmpty()) {
      throw new InvalidField("wholeDocumentAs", "exclusive", "cannot stand beside keys");
    }
    if (keys.size() != keys.values().stream().distinct().count()) {
      throw new InvalidField("keys", "distinct", "must give each key a name of its own");
    }
    SortedMap<String, String> labels =
        pairs(body, "labels", LABEL_NAME, LABEL_VALUE, "must be labels as Kubernetes takes them");
    return given(body, new Sink.KubernetesSecret(cluster, name(body), keys, whole, labels));
  }

  static Given external(Fields body, Limits limits) {
    return given(body, new Sink.ExternalSecret(cluster(body, limits), name(body)));
  }

  private static Given given(Fields body, Sink sink) {
    boolean eks = body.has("eksCluster");
    String token = body.optionalText("token");
    if (eks && token != null) {
      throw new InvalidField("token", "exclusive", "cannot stand beside eksCluster");
    }
    if (token != null && !TOKEN.matcher(token).matches()) {
      throw new InvalidField("token", "token", "must be the token of a service account");
    }
    return eks ? Given.plain(sink) : new Given(sink, "token", token);
  }

  private static Sink.Cluster cluster(Fields body, Limits limits) {
    return new Sink.Cluster(
        DestinationBody.address(body, "server", limits.reach()),
        ca(body),
        DestinationBody.matching(
            body,
            "namespace",
            NAMESPACE,
            "form",
            "must be at most 63 of lower-case letters, digits and -"),
        body.has("eksCluster") ? eks(body, limits) : new Sink.Login.Bearer(List.of()));
  }

  /** The token that signs in there is good for that cluster, whoever gets it. */
  private static Sink.Login eks(Fields body, Limits limits) {
    String name =
        DestinationBody.matching(body, "eksCluster", EKS, "form", "is no name of a cluster in EKS");
    if (!body.text("server").equals(limits.eks().get(name))) {
      throw new InvalidField(
          "eksCluster",
          "not-allowed",
          "must be a cluster that this deployment names with this server (EksClusters)");
    }
    return new Sink.Login.Eks(name);
  }

  private static String ca(Fields body) {
    String pem = body.text("ca", LONGEST_CA).strip();
    try {
      var certificates =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
      if (pem.startsWith("-----BEGIN CERTIFICATE-----") && !certificates.isEmpty()) {
        return pem;
      }
    } catch (CertificateException e) {
      throw noCertificate();
    }
    throw noCertificate();
  }

  private static InvalidField noCertificate() {
    return new InvalidField("ca", "certificate", "must be one or more certificates in PEM");
  }

  private static String name(Fields body) {
    String name = body.text("name");
    if (!NAME.matcher(name.replace(Sink.PATH, "x")).matches()) {
      throw new InvalidField(
          "name", "form", "must be of lower-case letters, digits and .-, with {path} where wanted");
    }
    return name;
  }

  private static SortedMap<String, String> pairs(
      Fields body, String field, @Nullable Pattern name, Pattern value, String rule) {
    Map<String, String> pairs = body.textMap(field);
    if (pairs.size() > MOST_PAIRS) {
      throw new InvalidField(field, "count", "must be at most " + MOST_PAIRS);
    }
    pairs.forEach(
        (from, to) -> {
          if ((name != null && !name.matcher(from).matches()) || !value.matcher(to).matches()) {
            throw new InvalidField(field + "." + from, "form", rule);
          }
        });
    return new TreeMap<>(pairs);
  }
}
