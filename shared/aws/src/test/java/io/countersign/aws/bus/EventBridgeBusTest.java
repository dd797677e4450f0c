package io.countersign.aws.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** Which events are put, and how many then count as put. */
class EventBridgeBusTest {
  private final List<String> put = new ArrayList<>();

  private int put(int refused, String... words) {
    EventBridgeBus bus = EventBridgeBus.of(new Answering(refused), "bus");
    return bus.put(List.of(words).stream().map(word -> "{\"type\":\"" + word + "\"}").toList());
  }

  /** Refuses the entry of this number. */
  private final class Answering implements EventBridgeClient {
    private final int refused;

    Answering(int refused) {
      this.refused = refused;
    }

    @Override
    public PutEventsResponse putEvents(PutEventsRequest request) {
      List<PutEventsResultEntry> results = new ArrayList<>();
      for (PutEventsRequestEntry entry : request.entries()) {
        put.add(entry.detailType());
        String code = results.size() == refused ? "ThrottlingException" : null;
        results.add(PutEventsResultEntry.builder().errorCode(code).build());
      }
      return PutEventsResponse.builder().entries(results).build();
    }

    @Override
    public String serviceName() {
      return "events";
    }

    @Override
    public void close() {}
  }

  @Test
  void whatIsForTheAuditOnlyIsPassedOverAndCountsAsPut() {
    assertThat(put(-1, "Revealed", "Voted", "Revealed", "Agreed", "Revealed")).isEqualTo(5);
    assertThat(put).containsExactly("Request Voted", "Request Agreed");
  }

  @Test
  void whereThereIsNothingElseTheBusIsNotCalled() {
    assertThat(put(-1, "Revealed", "Revealed")).isEqualTo(2);
    assertThat(put).isEmpty();
  }

  @Test
  void onlyWhatStandsBeforeTheFirstRefusedOneIsPutForCertain() {
    assertThat(put(1, "Revealed", "Voted", "Revealed", "Agreed", "Revealed")).isEqualTo(3);
    assertThat(put(0, "Revealed", "Voted", "Agreed")).isEqualTo(1);
    assertThat(put(0, "Voted")).isZero();
  }
}
