package io.countersign.wire;

import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.revision.Batch;
import io.countersign.revision.Origin;
import io.countersign.revision.Part;
import io.countersign.revision.Place;
import io.countersign.revision.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Where a revision's values are. A place is written as {@code <token>/<entry>}, and as the entry
 * alone where the token is the revision's own.
 */
final class PlacesJson {
  private PlacesJson() {}

  static Json values(Revision revision) {
    return places(revision, Origin::value);
  }

  static Json bases(Revision revision) {
    return places(revision, Origin::bases);
  }

  private static Json places(Revision revision, Function<Origin, Place> which) {
    return Json.texts(
        revision.origins().stream()
            .map(which)
            .map(place -> place.token().equals(revision.token()) ? entry(place) : whole(place))
            .toList());
  }

  private static String entry(Place place) {
    return Integer.toString(place.entry());
  }

  private static String whole(Place place) {
    return place.token() + "/" + place.entry();
  }

  /** The origins in a revision of that token. */
  static List<Origin> origins(Fields json, String token) {
    List<Place> values = json.typedList("values", text -> place(text, token));
    List<Place> bases = json.typedList("bases", text -> place(text, token));
    List<Origin> origins = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      origins.add(new Origin(values.get(i), bases.get(i)));
    }
    return origins;
  }

  private static Place place(String text, String token) {
    int slash = text.lastIndexOf('/');
    return new Place(
        slash < 0 ? token : text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)));
  }

  static Json write(Batch batch) {
    return Json.object()
        .put("token", batch.token())
        .put("parts", Json.array(batch.parts(), PlacesJson::write))
        .build();
  }

  private static Json write(Part part) {
    return Json.object().put("name", part.name()).put("versionId", part.versionId()).build();
  }

  static Batch batch(Fields json) {
    return new Batch(
        json.text("token"),
        json.objects("parts").stream()
            .map(part -> new Part(part.text("name"), part.text("versionId")))
            .toList());
  }
}
