package io.countersign.faults;

import io.countersign.faults.aws.Site;
import io.countersign.faults.cases.AccessCases;
import io.countersign.faults.cases.AdminCases;
import io.countersign.faults.cases.BypassCases;
import io.countersign.faults.cases.EventCases;
import io.countersign.faults.cases.LinkCases;
import io.countersign.faults.cases.MergeCases;
import io.countersign.faults.cases.NotifyCases;
import io.countersign.faults.cases.RequestCases;
import io.countersign.faults.cases.RevealCases;
import io.countersign.faults.cases.RulesCases;
import io.countersign.faults.cases.TickCase;
import io.countersign.faults.deployed.Deployment;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A command under test.
 *
 * @param together how many runs of it may be under way in one deployment
 * @param then the command that it is the same as, from its first transaction on, or null
 */
record Command(
    String title, Function<Deployment, Case> maker, int together, @Nullable String then) {
  private static final int MANY = 60;

  Command(String title, Function<Deployment, Case> maker) {
    this(title, maker, MANY, null);
  }

  static List<Command> all() {
    return List.of(
        new Command("submit", RequestCases::submit),
        new Command("submit where nothing is protected", RequestCases::submitUnprotected),
        new Command("submit of a copy", RequestCases::submitCopy),
        new Command("revise", RequestCases::revise),
        new Command("rebase", RequestCases::rebase),
        new Command("comment", RequestCases::comment),
        new Command("withdraw", RequestCases::withdraw),
        new Command("approve", RequestCases::approve),
        new Command("approve and merge", RequestCases::approveAndMerge),
        new Command("reject", RequestCases::reject),
        new Command("retract", RequestCases::retract),
        new Command("approve by mail", LinkCases::approve),
        new Command("bypass", BypassCases::bypass),
        new Command("acknowledge", BypassCases::acknowledge),
        new Command("merge of two documents, one of them new", MergeCases::merge),
        new Command("merge that deletes a document", MergeCases::deletion),
        new Command("finish", MergeCases::finish),
        new Command("undo", MergeCases::undo),
        new Command("merge by the queue", MergeCases::resumed),
        new Command("merge by itself", MergeCases::automatic, MANY, "merge by the queue"),
        new Command("ask for access", AccessCases::ask),
        new Command("merge of a request for access", AccessCases::give),
        new Command("revoke access", AccessCases::revoke),
        new Command("ask for a change of rules", RulesCases::ask),
        new Command("revise a change of rules", RulesCases::revise),
        new Command("merge of a change of rules", RulesCases::merge),
        new Command("reveal of a proposed value", RevealCases::proposed),
        new Command("reveal of a current value", RevealCases::current),
        new Command("create a policy", AdminCases::create),
        new Command("edit a policy", AdminCases::edit),
        new Command("delete a policy", AdminCases::delete),
        new Command("give a role", AdminCases::bind),
        new Command("take a role away", AdminCases::unbind),
        new Command("relay of the stream", EventCases::relay),
        new Command("notify of an event", NotifyCases::asked),
        new Command("notify of an event with links to vote by", NotifyCases::invited),
        new Command("notify of an event that chats are told of", NotifyCases::posted),
        new Command("notify of an end that chats are told of", NotifyCases::ended),
        new Command("notify of an event that reaches nobody", NotifyCases::unheard),
        new Command("notify of a reminder", NotifyCases::reminded),
        new Command("sync of an event", EventCases::sync),
        new Command("tick", TickCase::new, 1, null));
  }

  /** Those of its calls at which faults strike. */
  List<Site> under(List<Site> all) {
    int first = 0;
    while (then != null && !all.get(first).operation().equals("TransactWriteItems")) {
      first++;
    }
    return then == null ? all : all.subList(0, first + 1);
  }
}
