package io.countersign.local.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {
  @Test
  void hiddenFieldsAreSentBackAsTheyWere() {
    Form form =
        Form.in(
            """
            <form method="POST" action="/login?a=1&amp;b=2">
            <input type="hidden" name="state" value="a&amp;&quot;b">
            <input type="text" name="username">
            </form>
            """);
    assertThat(form.action()).isEqualTo("/login?a=1&b=2");
    assertThat(Form.encoded(form.with(Map.of("username", "amy@example.com"))))
        .isEqualTo("state=a%26%22b&username=amy%40example.com");
  }

  @Test
  void pageWithoutAFormIsAnError() {
    assertThatThrownBy(() -> Form.in("<p>no</p>")).hasMessageContaining("no sign-in form");
  }
}
