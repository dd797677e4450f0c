package io.countersign.local.shots;

import io.countersign.local.people.Person;
import java.util.ArrayList;
import java.util.List;

/**
 * A page, or a dialog of it, as somebody sees it.
 *
 * @param name of its files
 * @param path in the dashboard; a request is named by its title, as in <code>/requests/{Try it}
 *     </code>
 * @param buttons that are pressed first
 */
record Shot(String name, Person person, String path, List<String> buttons) {
  Shot {
    buttons = List.copyOf(buttons);
  }

  static Shot of(String name, Person person, String path, String... buttons) {
    return new Shot(name, person, path, List.of(buttons));
  }

  /** Everything that there is to look at; a new page is one more line. */
  static List<Shot> all() {
    List<Shot> shots = new ArrayList<>();
    shots.add(of("stranger", Person.EVE, "/"));
    shots.add(of("approvals-waiting", Person.AMY, "/"));
    shots.add(of("approvals-open", Person.DAN, "/?status=OPEN"));
    shots.add(of("approvals-all", Person.ADA, "/?status=all"));
    shots.add(of("approvals-unreviewed", Person.AMY, "/?status=all&reviewed=false"));
    shots.add(of("approvals-nothing", Person.AMY, "/?status=OPEN&q=nothing-is-so"));
    shots.add(of("request-untouched", Person.AMY, "/requests/{Turn the webhook on}"));
    shots.add(of("request-one-of-two", Person.BOB, "/requests/{One token for the worker}"));
    shots.add(of("request-agreed", Person.DAN, "/requests/{Let more workers run}"));
    shots.add(of("request-stopped", Person.ADA, "/requests/{Cut over to the new queue}"));
    shots.add(of("request-conflict", Person.DAN, "/requests/{Renew the token of the API}"));
    shots.add(of("request-merged", Person.DAN, "/requests/{Rotate the database}"));
    shots.add(of("request-rejected", Person.DAN, "/requests/{Open the firewall}"));
    shots.add(of("request-withdrawn", Person.AMY, "/requests/{Raise the pool size}"));
    shots.add(of("request-bypassed", Person.AMY, "/requests/{Stop the pager}"));
    shots.add(of("request-by-machine", Person.BOB, "/requests/{Turn the signing key over}"));
    shots.add(of("request-unreached", Person.DAN, "/requests/{Renew the certificate}"));
    shots.add(of("request-hostile", Person.AMY, "/requests/{<img}"));
    shots.add(of("approve", Person.AMY, "/requests/{Turn the webhook on}", "Approve"));
    shots.add(of("reject", Person.AMY, "/requests/{Turn the webhook on}", "Reject"));
    shots.add(of("merge", Person.DAN, "/requests/{Let more workers run}", "Merge"));
    shots.add(of("withdraw", Person.DAN, "/requests/{Turn the webhook on}", "Withdraw"));
    shots.add(of("revise", Person.DAN, "/requests/{Renew the token of the API}/revise"));
    shots.add(of("secrets", Person.DAN, "/secrets?project=payments"));
    shots.add(of("secrets-change", Person.DAN, "/secrets/change?project=payments"));
    shots.add(of("access", Person.DAN, "/access?whose=all"));
    shots.add(of("access-request", Person.AMY, "/requests/{Reveal values of prod:/db}"));
    shots.add(of("access-given", Person.DAN, "/requests/{Reveal values of prod:/api}"));
    shots.add(of("access-approve", Person.AMY, "/requests/{Reveal values of prod:/db}", "Approve"));
    shots.add(of("access-ask", Person.DAN, "/access/ask?project=payments"));
    shots.add(of("rules-request", Person.BOB, "/requests/{Change policy Queues}"));
    shots.add(of("rules-approve", Person.BOB, "/requests/{Change policy Queues}", "Approve"));
    shots.add(of("rules-own", Person.ADA, "/requests/{Change policy Queues}"));
    shots.add(of("policies-of-all", Person.ADA, "/projects/_all/policies"));
    shots.add(of("policies", Person.ADA, "/projects/payments/policies"));
    shots.add(of("policy-new", Person.ADA, "/projects/payments/policies/new"));
    shots.add(of("policies-read-only", Person.DAN, "/projects/payments/policies"));
    shots.add(of("people", Person.ADA, "/settings/people"));
    shots.add(of("person", Person.ADA, "/settings/people/carol"));
    shots.add(of("groups", Person.ADA, "/settings/groups"));
    shots.add(of("group", Person.ADA, "/settings/groups/on-call"));
    shots.add(of("machines", Person.ADA, "/settings/machines"));
    shots.add(of("roles", Person.ADA, "/settings/roles/payments"));
    shots.add(of("channels", Person.ADA, "/settings/channels/payments"));
    shots.add(of("settings-refused", Person.DAN, "/settings/people"));
    shots.add(of("nowhere", Person.AMY, "/nowhere"));
    return shots;
  }
}
