package io.countersign.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.VotingMail;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * What gateways do with the links of mails, before and after the person: HEAD, OPTIONS, GET five
 * times at once, and a browser that presses everything. Nothing changes by any of it.
 */
class ScannerTest {
  private static final Map<String, String> WITH_CODE = Map.of("linkVoting", "WITH_CODE");

  /** All that is to stay as it is; mails arrive meanwhile. */
  private static String state(Proposal proposal) {
    JsonNode page = proposal.seenBy(Person.ADA).body();
    return List.of("status", "digest", "votes", "agreed", "reasons", "timeline", "documents")
        .stream()
        .map(name -> page.path(name).toString())
        .toList()
        .toString();
  }

  private static void fetches(String link) {
    // The same place under a name that this machine knows without a browser.
    String there =
        link.replace(World.stack().dashboard() + "/", World.stack().anonymous().base() + "");
    try (HttpClient http = HttpClient.newHttpClient()) {
      List<HttpRequest> all = new ArrayList<>();
      // Some send the fragment along, which no browser does.
      for (String each : List.of(there.replaceFirst("#.*", ""), there.replace("#", "%23"))) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(each));
        all.add(request.copy().method("HEAD", HttpRequest.BodyPublishers.noBody()).build());
        all.add(request.copy().method("OPTIONS", HttpRequest.BodyPublishers.noBody()).build());
        for (int i = 0; i < 5; i++) {
          all.add(request.copy().GET().build());
        }
      }
      all.stream()
          .map(each -> http.sendAsync(each, HttpResponse.BodyHandlers.ofString()))
          .toList()
          .forEach(CompletableFuture::join);
    }
  }

  /** Nothing is changed by all of it; gives how much there was to do. */
  private static int unchanged(Proposal proposal, String link, String typed) {
    String before = state(proposal);
    fetches(link);
    int done = new Gateway(link, typed).works();
    assertThat(state(proposal)).isEqualTo(before);
    return done;
  }

  @Test
  void nothing_comes_of_a_plain_link() {
    Proposal proposal = Scene.askingFor(1).proposes("/db", "KEY", Text.value());
    String link = World.stack().dashboard() + "/requests/" + proposal.id();
    unchanged(proposal, link, "");
    proposal.approve(Person.AMY);
    unchanged(proposal, link, "");
  }

  @Test
  void nothing_comes_of_a_link_whose_code_stands_in_the_mail_and_the_person_still_votes() {
    Proposal proposal = Scene.askingFor(2, WITH_CODE).proposes("/db", "KEY", Text.value());
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    unchanged(proposal, mail.link(), "");
    assertThat(World.anonymous().post("v1/links/vote", mail.ballot("APPROVE", proposal)).status())
        .isEqualTo(200);
    unchanged(proposal, mail.link(), "");
  }

  @Test
  void whoever_types_codes_uses_up_the_tries_and_the_person_signs_in() {
    Proposal proposal = Scene.askingFor(1, WITH_CODE).proposes("/db", "KEY", Text.value());
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    assertThat(unchanged(proposal, mail.link(), mail.wrong(1))).isGreaterThan(9);
    assertThat(World.anonymous().post("v1/links/vote", mail.ballot("APPROVE", proposal)).status())
        .isEqualTo(404);
    assertThat(proposal.approve(Person.AMY).status()).isEqualTo(200);
  }
}
