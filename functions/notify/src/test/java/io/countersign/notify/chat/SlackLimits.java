package io.countersign.notify.chat;

import io.countersign.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Slack takes of blocks. */
final class SlackLimits {
  private SlackLimits() {}

  static boolean kept(Json.Obj message) {
    return !(message.get("blocks") instanceof Json.Arr(List<Json> blocks))
        || (blocks.size() <= 50 && blocks.stream().allMatch(SlackLimits::block));
  }

  private static boolean block(Json each) {
    Json.Obj block = (Json.Obj) each;
    boolean header = block.get("type") instanceof Json.Str(String type) && type.equals("header");
    return within(block.get("text"), header ? 150 : 3000)
        && (!(block.get("fields") instanceof Json.Arr(List<Json> fields))
            || (fields.size() <= 10 && fields.stream().allMatch(field -> within(field, 2000))))
        && (!(block.get("elements") instanceof Json.Arr(List<Json> elements))
            || elements.stream().allMatch(element -> within(element, 3000)));
  }

  private static boolean within(@Nullable Json object, int most) {
    return !(object instanceof Json.Obj text)
        || !(text.get("text") instanceof Json.Str(String words))
        || (!words.isEmpty() && words.length() <= most);
  }
}
