package io.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.Seal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private static final String PAGE =
      "{\"line\":\"page\",\"project\":\"payments\",\"from\":null,\"to\":null,\"after\":null}";

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private static String export() {
    Seal seal = new Seal();
    seal.line(PAGE);
    return PAGE
        + "\n{\"line\":\"end\",\"chains\":\"\",\"events\":0,\"next\":null,\"seal\":\""
        + seal.of(List.of(), 0, null)
        + "\"}\n";
  }

  private int verify(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("export"), text);
    return run(file.toString());
  }

  private int run(String... arguments) {
    out.reset();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return Main.run(arguments, stream, stream);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8).strip();
  }

  @Test
  void a_whole_file_ends_with_0() throws IOException {
    assertThat(verify(export())).isZero();
    assertThat(said()).isEqualTo("Whole: 0 requests, 0 events.");
    assertThat(verify(export().strip())).isZero();
  }

  @Test
  void a_broken_file_ends_with_1_and_names_the_record() throws IOException {
    assertThat(verify(PAGE + "\n")).isEqualTo(1);
    assertThat(said()).isEqualTo("Broken at line 2: end of page 1 is missing.");
    assertThat(verify(export().replace("payments", "other"))).isEqualTo(1);
    assertThat(verify("\n" + export())).isEqualTo(1);
    assertThat(verify(export().replace("\n", "\r\n"))).isEqualTo(1);
    assertThat(verify("")).isEqualTo(1);
  }

  @Test
  void what_is_no_file_ends_with_2() {
    assertThat(run(folder.resolve("none").toString())).isEqualTo(2);
    assertThat(said()).contains("none: NoSuchFileException");
    assertThat(run()).isEqualTo(2);
    assertThat(said()).startsWith("Usage");
  }
}
