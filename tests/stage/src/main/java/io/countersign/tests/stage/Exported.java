package io.countersign.tests.stage;

import io.countersign.local.api.Api;
import io.countersign.local.people.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** The audit as it is exported. */
public final class Exported {
  private Exported() {}

  /** The lines of the page at that path, as Ada gets it. */
  public static List<String> lines(String path) {
    Api api = World.stack().as(Person.ADA);
    HttpRequest.Builder get = HttpRequest.newBuilder(api.base().resolve(path));
    api.headers().forEach(get::header);
    try {
      return List.of(api.http().send(get.build(), BodyHandlers.ofString()).body().split("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
