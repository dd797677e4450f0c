package io.countersign.bench;

import io.countersign.json.Fields;
import io.countersign.json.Json;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One secret of {@link SlowSecrets}: its versions, and which labels are on them. */
final class SlowSecret {
  static final String CURRENT = "AWSCURRENT";

  private final String arn;
  private final Map<String, String> texts = new TreeMap<>();
  private final Map<String, String> labels = new TreeMap<>();

  SlowSecret(String arn) {
    this.arn = arn;
  }

  static Json fault(String code) {
    return Json.object().put("__type", code).put("message", code).build();
  }

  synchronized Json put(Fields body, String label) {
    String version = body.text("ClientRequestToken");
    texts.put(version, body.text("SecretString"));
    label(label, version);
    return version(version).build();
  }

  synchronized Json value(Fields body) {
    String version = body.optionalText("VersionId");
    String text = texts.get(version == null ? String.valueOf(labels.get(CURRENT)) : version);
    return text == null
        ? fault("ResourceNotFoundException")
        : version(version).put("SecretString", text).build();
  }

  synchronized Json described() {
    Json.Builder stages = Json.object();
    labels.values().stream()
        .distinct()
        .forEach(
            version ->
                stages.put(
                    version,
                    Json.texts(
                        labels.keySet().stream()
                            .filter(label -> version.equals(labels.get(label)))
                            .toList())));
    return version(null).put("VersionIdsToStages", stages.build()).build();
  }

  synchronized Json listed() {
    long now = Instant.now().getEpochSecond();
    return version(null)
        .put(
            "Versions",
            Json.array(
                texts.keySet().stream().limit(2).toList(),
                each -> Json.object().put("VersionId", each).put("CreatedDate", now).build()))
        .build();
  }

  synchronized Json moved(Fields body) {
    String label = body.text("VersionStage");
    String from = body.optionalText("RemoveFromVersionId");
    String to = body.optionalText("MoveToVersionId");
    if (from != null && !from.equals(labels.get(label))) {
      return fault("InvalidParameterException");
    }
    if (to == null) {
      labels.remove(label);
    } else {
      label(label, to);
    }
    return version(to).build();
  }

  private void label(String label, String version) {
    String before = labels.put(label, version);
    if (label.equals(CURRENT) && before != null && !before.equals(version)) {
      labels.put("AWSPREVIOUS", before);
    }
  }

  private Json.Builder version(@Nullable String version) {
    return Json.object().put("ARN", arn).put("Name", arn).put("VersionId", version);
  }
}
