package io.countersign.admin;

import io.countersign.destination.Reach;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.name.PathGlob;
import io.countersign.project.EnvironmentId;
import io.countersign.project.Sink;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A destination as the body has it. */
record DestinationBody(EnvironmentId environment, PathGlob path, Given given) {
  private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9_.-]{1,100}){1,6}/");
  private static final Pattern AWS_NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");

  /**
   * What the deployment lets destinations be.
   *
   * @param parameters the beginnings of names of parameters
   * @param eks the API servers of clusters in EKS where the function's role may sign in, by name
   */
  record Limits(List<String> parameters, Reach reach, Map<String, String> eks) {
    /** Each as {@code name=server}. */
    static Map<String, String> clusters(List<String> settings) {
      Map<String, String> clusters = new TreeMap<>();
      for (String each : settings) {
        int end = each.indexOf('=');
        clusters.put(each.substring(0, end), each.substring(end + 1));
      }
      return clusters;
    }
  }

  /**
   * The sink, and what it needs besides.
   *
   * @param sink without what is kept of credentials
   * @param field that a credential is given in, or null where none is needed
   * @param secret the new credential, or null where the present one stays
   */
  record Given(Sink sink, @Nullable String field, @Nullable String secret) {
    static Given plain(Sink sink) {
      return new Given(sink, null, null);
    }
  }

  static DestinationBody of(Fields body, Limits limits) {
    EnvironmentId environment = body.typed("environment", EnvironmentId::new);
    PathGlob path = body.optionalTyped("path", PathGlob::of);
    Given given =
        switch (body.choice("type", Sink.Kind.class)) {
          case SSM -> Given.plain(parameters(body, limits));
          case WEBHOOK -> WebhookBody.of(body, limits.reach());
          case KUBERNETES -> ClusterBody.secret(body, limits);
          case EXTERNAL_SECRETS -> ClusterBody.external(body, limits);
          case ECS ->
              Given.plain(
                  new Sink.Service(
                      matching(body, "cluster", AWS_NAME, "form", "is no name in ECS"),
                      matching(body, "service", AWS_NAME, "form", "is no name in ECS")));
        };
    body.end();
    return new DestinationBody(environment, Objects.requireNonNullElse(path, PathGlob.ALL), given);
  }

  private static Sink parameters(Fields body, Limits limits) {
    String prefix =
        matching(
            body,
            "parameterPrefix",
            PREFIX,
            "parameter-prefix",
            "must be 1 to 6 segments of letters, digits and _.- between slashes");
    if (limits.parameters().stream().noneMatch(prefix::startsWith)) {
      throw new InvalidField(
          "parameterPrefix",
          "not-managed",
          "must lie inside a prefix that this deployment manages: "
              + String.join(", ", limits.parameters()));
    }
    return new Sink.Parameters(prefix, body.flagOr("wholeDocument", false));
  }

  /** A text of a form. */
  static String matching(Fields body, String field, Pattern form, String code, String rule) {
    String text = body.text(field);
    if (!form.matcher(text).matches()) {
      throw new InvalidField(body.at(field), code, rule);
    }
    return text;
  }

  /** An address that a destination may have. */
  static String address(Fields body, String field, Reach reach) {
    String text = body.text(field);
    String problem;
    try {
      problem = reach.problem(new URI(text));
    } catch (URISyntaxException e) {
      problem = "must be an address that begins with https://";
    }
    if (problem != null) {
      throw new InvalidField(field, "address", problem);
    }
    return text;
  }
}
