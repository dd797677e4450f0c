package io.countersign.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.countersign.tests.text.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compiled main code, by module. */
final class Compiled {
  static final JavaClasses DOMAIN = of(List.of(Path.of("shared/domain")));
  static final JavaClasses SHARED = of(modules("shared"));
  static final JavaClasses FUNCTIONS = of(modules("functions"));

  private Compiled() {}

  private static List<Path> modules(String folder) {
    return Checkout.files(Path.of(folder), "/pom.xml").stream()
        .map(Path::getParent)
        .filter(module -> Files.isDirectory(module.resolve("src")))
        .toList();
  }

  private static JavaClasses of(List<Path> modules) {
    List<Path> classes =
        modules.stream().map(module -> Checkout.at(module).resolve("target/classes")).toList();
    for (Path folder : classes) {
      if (!Files.isDirectory(folder)) {
        throw new IllegalStateException("not compiled: " + folder);
      }
    }
    return new ClassFileImporter().importPaths(classes);
  }
}
