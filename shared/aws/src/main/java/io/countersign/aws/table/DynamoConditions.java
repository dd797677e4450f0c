package io.countersign.aws.table;

import io.countersign.channel.Condition;
import io.countersign.channel.Conditions;
import io.countersign.channel.Health;
import io.countersign.channel.Seen;
import io.countersign.channel.Trial;
import io.countersign.json.Json;
import io.countersign.project.ChannelId;
import io.countersign.project.ProjectId;
import io.countersign.wire.ConditionJson;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How channels are, in DynamoDB: an item for each kind of thing that is known of one. */
public final class DynamoConditions implements Conditions {
  private static final String HEALTH = "HEALTH#";
  private static final String TRIAL = "TRIAL#";
  private static final String SEEN = "SEEN#";

  private final Table table;

  public DynamoConditions(Table table) {
    this.table = table;
  }

  @Override
  public void put(ProjectId project, Health health) {
    put(project, HEALTH + health.channel(), ConditionJson.write(health));
  }

  @Override
  public void put(ProjectId project, Trial trial) {
    put(project, TRIAL + trial.channel(), ConditionJson.write(trial));
  }

  @Override
  public void put(ProjectId project, Seen seen) {
    put(project, SEEN + seen.channel(), ConditionJson.write(seen));
  }

  private void put(ProjectId project, String sk, Json data) {
    table.put(Item.of(Keys.channels(project), sk).data(data));
  }

  @Override
  public Map<ChannelId, Condition> of(ProjectId project) {
    Map<ChannelId, Health> health = new HashMap<>();
    Map<ChannelId, Trial> trials = new HashMap<>();
    Map<ChannelId, Seen> seen = new HashMap<>();
    for (Item item : table.all(Keys.channels(project))) {
      if (item.sk().startsWith(HEALTH)) {
        Health each = ConditionJson.health(item.data());
        health.put(each.channel(), each);
      } else if (item.sk().startsWith(TRIAL)) {
        Trial each = ConditionJson.trial(item.data());
        trials.put(each.channel(), each);
      } else if (item.sk().startsWith(SEEN)) {
        Seen each = ConditionJson.seen(item.data());
        seen.put(each.channel(), each);
      }
    }
    Set<ChannelId> known = new HashSet<>(health.keySet());
    known.addAll(trials.keySet());
    Map<ChannelId, Condition> conditions = new HashMap<>();
    known.forEach(
        each ->
            conditions.put(
                each, new Condition(health.get(each), trials.get(each), seen.get(each))));
    return conditions;
  }
}
