package io.countersign.local.deploy;

import io.countersign.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** An artifact unpacked as Lambda unpacks it, in a folder named after its content. */
public final class TaskRoot {
  private TaskRoot() {}

  public static Path unpacked(Path artifact, Path folder) throws IOException {
    if (!Files.exists(artifact)) {
      throw new StackFailure("No artifact " + artifact + ": run ./dev build");
    }
    String name = artifact.getFileName().toString().replace(".zip", "-");
    Path root = folder.resolve(name + hash(artifact)).toAbsolutePath();
    if (!Files.exists(root)) {
      Path whole = Files.createTempDirectory(Files.createDirectories(folder), name);
      unzip(artifact, whole);
      Files.move(whole, root);
    }
    return root;
  }

  private static void unzip(Path artifact, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(artifact.toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new IOException("entry outside its archive: " + entry.getName());
        }
        Files.createDirectories(file.getParent());
        Files.copy(zip.getInputStream(entry), file);
      }
    }
  }

  private static String hash(Path artifact) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(artifact));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
