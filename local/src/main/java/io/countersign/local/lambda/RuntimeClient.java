package io.countersign.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/** AWS's own runtime client, the main class of every function's process on Lambda. */
record RuntimeClient(Path java, String classPath, Path nativeLibrary) {
  private static final String LIBRARY_PROPERTY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  /** Finds it on this process's class path; unpacks its native library once into the folder. */
  static RuntimeClient unpackedTo(Path folder) throws IOException {
    String jars =
        Stream.of(
                AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
            .map(RuntimeClient::archive)
            .distinct()
            .collect(Collectors.joining(":"));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new RuntimeClient(java, jars, unpackLibrary(folder));
  }

  private static Path unpackLibrary(Path folder) throws IOException {
    String name = "libaws-lambda-jni." + libc() + "-" + machine() + ".so";
    Path library = Files.createDirectories(folder).resolve(name).toAbsolutePath();
    if (Files.exists(library)) {
      return library;
    }
    try (InputStream in = AWSLambda.class.getResourceAsStream("/jni/" + name)) {
      if (in == null) {
        throw new IOException(
            "AWS's runtime client has no native library for this system (Linux only)");
      }
      Path whole = Files.createTempFile(folder, name, ".part");
      Files.write(whole, in.readAllBytes());
      return Files.move(whole, library, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static String machine() {
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return arch.equals("aarch64") ? "aarch_64" : "x86_64";
  }

  private static String libc() {
    boolean linux = System.getProperty("os.name").startsWith("Linux");
    boolean musl = Files.exists(Path.of("/lib/ld-musl-" + System.getProperty("os.arch") + ".so.1"));
    return linux ? musl ? "linux_musl" : "linux" : "none";
  }

  private static String archive(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The command line; heap and compiler as Lambda chooses them. */
  List<String> command(FunctionSettings function) {
    return List.of(
        java.toString(),
        "-Xmx" + function.memoryMegabytes() * 85 / 100 + "m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        "--enable-native-access=ALL-UNNAMED",
        "-D" + LIBRARY_PROPERTY + "=" + nativeLibrary,
        "-cp",
        classPath,
        AWSLambda.class.getName(),
        function.handler());
  }
}
