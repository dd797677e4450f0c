package io.countersign.local.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A form of an HTML page: where it goes and what it hides. */
record Form(String action, Map<String, String> hidden) {
  private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]*)\"");
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

  static Form in(String html) {
    Matcher form = ACTION.matcher(html);
    if (!form.find()) {
      throw new IllegalStateException("no sign-in form: " + html);
    }
    Map<String, String> hidden = new TreeMap<>();
    HIDDEN
        .matcher(html)
        .results()
        .forEach(field -> hidden.put(field.group(1), unescaped(field.group(2))));
    return new Form(unescaped(form.group(1)), hidden);
  }

  Map<String, String> with(Map<String, String> typed) {
    Map<String, String> all = new TreeMap<>(hidden);
    all.putAll(typed);
    return all;
  }

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String unescaped(String text) {
    return text.replace("&quot;", "\"").replace("&#x27;", "'").replace("&amp;", "&");
  }
}
