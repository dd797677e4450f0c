package io.countersign.local.shots;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.LocalStack;
import io.countersign.local.browser.Chromium;
import io.countersign.local.browser.Tab;
import io.countersign.local.browser.Window;
import io.countersign.local.people.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes the pictures, at both widths, light and dark. */
public final class Album {
  private static final Pattern TITLE = Pattern.compile("\\{(.*)\\}");

  private final LocalStack stack;
  private final Chromium chromium;
  private final Map<String, String> requests = new HashMap<>();

  public Album(LocalStack stack, Chromium chromium) {
    this.stack = stack;
    this.chromium = chromium;
  }

  /** Fills a folder with them, and names each. */
  public void fill(Path folder, Consumer<Path> taken) throws IOException {
    Files.createDirectories(folder);
    for (JsonNode item :
        stack.as(Person.ADA).get("v1/change-requests?project=payments").body().path("items")) {
      requests.put(item.path("title").asText(), item.path("id").asText());
    }
    Map<Person, List<Shot>> byPerson =
        Shot.all().stream()
            .collect(Collectors.groupingBy(Shot::person, LinkedHashMap::new, Collectors.toList()));
    for (Map.Entry<Person, List<Shot>> each : byPerson.entrySet()) {
      try (Tab tab = chromium.open(Window.DESKTOP)) {
        signIn(tab, each.getKey());
        for (Shot shot : each.getValue()) {
          take(tab, shot, folder, taken);
        }
      }
    }
  }

  private void signIn(Tab tab, Person person) {
    tab.goTo(stack.dashboard() + "/");
    tab.signIn(person);
    tab.untilLoaded();
  }

  private void take(Tab tab, Shot shot, Path folder, Consumer<Path> taken) throws IOException {
    tab.goTo(stack.dashboard() + path(shot));
    tab.untilLoaded();
    shot.buttons().forEach(tab::press);
    for (Window window : Window.values()) {
      tab.turnTo(window);
      tab.untilLoaded();
      Path file = folder.resolve(shot.name() + "-" + window.label() + ".png");
      tab.picture(window, file);
      taken.accept(file);
    }
  }

  private String path(Shot shot) {
    Matcher title = TITLE.matcher(shot.path());
    return title.find() ? title.replaceFirst(id(title.group(1))) : shot.path();
  }

  private String id(String title) {
    return requests.entrySet().stream()
        .filter(request -> request.getKey().startsWith(title))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no request is called " + title));
  }
}
