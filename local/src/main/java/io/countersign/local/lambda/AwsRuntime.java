package io.countersign.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/** AWS's own runtime client, the main class of every function's process on Lambda. */
record AwsRuntime(String classPath, Path nativeLibrary) implements RuntimeClient {
  private static final String LIBRARY_PROPERTY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  /** Finds it on this process's class path; unpacks its native library once into the folder. */
  static AwsRuntime unpackedTo(Path folder) throws IOException {
    String jars =
        Stream.of(
                AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
            .map(RuntimeClient::place)
            .distinct()
            .collect(Collectors.joining(":"));
    return new AwsRuntime(jars, unpackLibrary(folder));
  }

  private static Path unpackLibrary(Path folder) throws IOException {
    String name = "libaws-lambda-jni." + libc() + "-" + machine() + ".so";
    Path library = Files.createDirectories(folder).resolve(name).toAbsolutePath();
    if (Files.exists(library)) {
      return library;
    }
    try (InputStream in = AWSLambda.class.getResourceAsStream("/jni/" + name)) {
      if (in == null) {
        throw new IOException("AWS's runtime client has no " + name);
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
    boolean musl = Files.exists(Path.of("/lib/ld-musl-" + System.getProperty("os.arch") + ".so.1"));
    return musl ? "linux_musl" : "linux";
  }

  @Override
  public List<String> program() {
    return List.of(
        "--enable-native-access=ALL-UNNAMED",
        "-D" + LIBRARY_PROPERTY + "=" + nativeLibrary,
        "-cp",
        classPath,
        AWSLambda.class.getName());
  }
}
