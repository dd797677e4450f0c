package io.countersign.local.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Handlers that read and write streams, which all of Countersign's do. */
final class Handlers {
  private Handlers() {}

  /** Makes the handler from the classes and archives of an unpacked artifact. */
  static RequestStreamHandler load(Path taskRoot, String handler)
      throws IOException, ReflectiveOperationException {
    List<URL> places = new ArrayList<>(List.of(url(taskRoot)));
    Path archives = taskRoot.resolve("lib");
    if (Files.isDirectory(archives)) {
      try (Stream<Path> files = Files.list(archives)) {
        for (Path file : files.filter(each -> each.toString().endsWith(".jar")).sorted().toList()) {
          places.add(url(file));
        }
      }
    }
    ClassLoader loader =
        new URLClassLoader(places.toArray(URL[]::new), Handlers.class.getClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    return Class.forName(handler.replaceFirst("::.*", ""), true, loader)
        .asSubclass(RequestStreamHandler.class)
        .getDeclaredConstructor()
        .newInstance();
  }

  private static URL url(Path place) throws MalformedURLException {
    return place.toUri().toURL();
  }
}
