// A made-up change of rules, and what it would change.
import type { ChangeRequest, GovernanceState, Impact } from "../src/api.ts";

export const asksForRules: Partial<ChangeRequest> = {
  id: "payments-41",
  kind: "GOVERNANCE",
  title: "Change policy Payments production and 1 more",
  message: "As we said on Monday: one approval is enough for the databases.",
  changes: [],
  rules: {
    project: "payments",
    edits: [
      {
        type: "policy",
        project: "payments",
        id: "policy-1",
        name: "Payments production",
        change: "CHANGE",
        words: "Change policy Payments production",
        differences: [
          { label: "Must approve", before: "2 of Dana Okafor, group Leads", after: "1 of group Leads" },
          { label: "Reminders", before: null, after: "after 1 day, then every 12 hours, 3 times at most" },
        ],
        call: null,
      },
      {
        type: "group",
        project: null,
        id: "night",
        name: "Night shift",
        change: "ADD",
        words: "Add group Night shift",
        differences: [{ label: "Members", before: null, after: "Ben Weber, Cleo Lindqvist" }],
        call: { method: "PUT", path: "/v1/groups/night", body: { name: "Night shift", members: ["ben", "cleo"] } },
      },
    ],
  },
  reasons: [
    {
      code: "rules-changed",
      message: "Policy Payments production was changed since: write the request again on what is there now.",
      clearedBy: [{ id: "dana", name: "Dana Okafor", kind: "PERSON" }],
    },
  ],
  may: ["approve", "reject", "revise", "comment"],
};

const lowers: Impact["requests"][number]["lowers"] = [
  { what: "approvals", from: "2", to: "1", message: "approvals needed: 1 instead of 2" },
];
const need = { before: ["2 of Dana Okafor, group Leads"], after: ["1 of group Leads"], lowers };

export const impact: Impact = {
  documents: [{ project: "payments", environment: "prod", paths: ["/payments/db", "/payments/stripe"], count: 3, ...need }],
  requests: [{ id: "payments-1", title: "Rotate the database password", ...need }],
  looked: 12,
  more: true,
};

export function governing(project: string): GovernanceState {
  const approvers = ["Ana Ruiz", "Ben Weber", "Cleo Lindqvist"].map((name) => ({ id: name.slice(0, 3).toLowerCase(), name, kind: "PERSON" as const }));
  const alone = project === "payments";
  return {
    governance: alone ? "OPT_OUT" : "POLICY",
    settingUp: false,
    atOnce: alone,
    policies: alone ? [] : [{ id: "usual", name: "One other admin", usual: true, requirements: [{ approvals: 1, approvers }] }],
  };
}
