package io.countersign.destination;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.destination.Written.Place;
import io.countersign.name.DocumentPath;
import io.countersign.project.DestinationId;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.project.ProjectId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every keeper of written names promises. */
public abstract class WrittenContract {
  private static final Place DB = place("/db");

  /** An empty one. */
  protected abstract Written written();

  @Test
  void namesAreAddedAndStruckWithoutTouchingOthers() {
    Written written = written();
    assertThat(written.names(DB)).isEmpty();
    written.note(DB, List.of("/a", "/b"));
    written.note(DB, List.of("/b", "/c"));
    written.strike(DB, List.of("/a", "/z"));
    assertThat(written.names(DB)).containsExactly("/b", "/c");
  }

  @Test
  void noNamesChangeNothing() {
    Written written = written();
    written.note(DB, List.of());
    written.strike(DB, List.of("/z"));
    written.note(DB, List.of("/a"));
    written.strike(DB, List.of());
    assertThat(written.names(DB)).containsExactly("/a");
  }

  @Test
  void allMayBeStruck() {
    Written written = written();
    written.note(DB, List.of("/a"));
    written.strike(DB, List.of("/a"));
    assertThat(written.names(DB)).isEmpty();
  }

  @Test
  void placesAreKeptApart() {
    Written written = written();
    written.note(DB, List.of("/a"));
    assertThat(written.names(place("/db2"))).isEmpty();
  }

  private static Place place(String path) {
    return new Place(
        new Lane(ProjectId.of("payments"), new DestinationId("ssm")),
        new DocumentId(new EnvironmentId("prod"), new DocumentPath(path)));
  }
}
