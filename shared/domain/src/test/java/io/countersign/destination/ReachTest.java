package io.countersign.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {
  private static final Reach NONE = new Reach(List.of());
  private static final Reach SOME = new Reach(List.of("hooks.internal:8443", "127.0.0.1:*"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/x?y=z",
        "https://example.com:8443/",
        "https://93.184.216.34/",
        "https://[2606:2800:220:1::1]/",
        "https://xn--bcher-kva.example/"
      })
  void publicAddressesMayBeReached(String address) {
    assertThat(NONE.problem(URI.create(address))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://10.1.2.3/",
        "https://172.16.0.1/",
        "https://192.168.1.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/",
        "https://0.1.2.3/",
        "https://198.18.0.1/",
        "https://192.0.0.8/",
        "https://224.0.0.1/",
        "https://255.255.255.255/",
        "https://[::1]/",
        "https://[fd00::1]/",
        "https://[fe80::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[2002:a00:1::]/",
        "https://[2001:0:1::]/",
        "https://[64:ff9b::a00:1]/",
        "https://2130706433/",
        "https://0177.0.0.1/",
        "https://localhost/",
        "https://LOCALHOST/"
      })
  void addressesInsideMayNot(String address) {
    assertThat(NONE.problem(URI.create(address))).startsWith("must not lie in a private network");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/",
        "ftp://example.com/",
        "https:///x",
        "https://u:p@example.com/",
        "https://example.com/#x",
        "mailto:a@example.com",
        "https://example.com:99999/",
        "https://example.com:0/",
        "/hook"
      })
  void addressesOfAnotherFormMayNot(String address) {
    assertThat(NONE.problem(URI.create(address))).isNotNull();
  }

  @Test
  void longOnesMayNot() {
    assertThat(NONE.problem(URI.create("https://example.com/" + "x".repeat(2000)))).isNotNull();
  }

  @Test
  void whatTheDeploymentNamesMayBeReachedAtThatPort() {
    assertThat(SOME.problem(URI.create("http://hooks.internal:8443/"))).isNull();
    assertThat(SOME.problem(URI.create("http://127.0.0.1:12345/"))).isNull();
    assertThat(SOME.problem(URI.create("http://hooks.internal/"))).isNotNull();
    assertThat(SOME.problem(URI.create("ftp://hooks.internal:8443/"))).isNotNull();
    assertThat(SOME.excepts(URI.create("https://hooks.internal:9200/"))).isFalse();
    assertThat(SOME.problem(URI.create("https://10.0.0.1/")))
        .isEqualTo(
            "must not lie in a private network; this deployment allows hooks.internal:8443,"
                + " 127.0.0.1:*");
  }

  @Test
  void whatANameLeadsToIsHeldToTheSame() {
    assertThat(Reach.open(InetAddress.ofLiteral("93.184.216.34"))).isTrue();
    assertThat(Reach.open(InetAddress.ofLiteral("2606:2800:220:1::1"))).isTrue();
    assertThat(Reach.open(InetAddress.ofLiteral("127.0.0.1"))).isFalse();
    assertThat(Reach.open(InetAddress.ofLiteral("fd12:3456::1"))).isFalse();
    assertThat(Reach.open(InetAddress.ofLiteral("240.0.0.1"))).isFalse();
  }
}
