package io.countersign.notify.chat;

import io.countersign.channel.Postings;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyId;
import io.countersign.policy.Rules;
import io.countersign.project.Channel;
import io.countersign.project.ChannelId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which channels are told. */
final class Audience {
  private final Postings postings;

  Audience(Postings postings) {
    this.postings = postings;
  }

  /**
   * The channels of the policies that govern the request, as bound and as they are; those that have
   * its message already, so that none goes on saying what is over; all of them when approvers are
   * gone around. Of a vote only those that have its message.
   */
  List<Channel> of(Scene scene, Way way) {
    Set<ChannelId> named = way == Way.ALARM || way == Way.VOTE ? Set.of() : named(scene);
    return scene.rules().channels().stream()
        .filter(each -> way.told(each.kind()))
        .filter(
            each ->
                way == Way.ALARM
                    || named.contains(each.id())
                    || postings.root(scene.state().id(), each.id()) != null)
        .toList();
  }

  private static Set<ChannelId> named(Scene scene) {
    Rules rules = scene.rules();
    Set<PolicyId> governing =
        scene.revision().policies().stream().map(BoundPolicy::id).collect(Collectors.toSet());
    scene
        .revision()
        .governing(rules, scene.directory())
        .forEach(policy -> governing.add(policy.id()));
    Set<ChannelId> named = new HashSet<>();
    for (Policy policy : rules.policies()) {
      if (governing.contains(policy.id())) {
        named.addAll(policy.channels());
      }
    }
    return named;
  }
}
