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
          { label: "Approvals needed", before: "2", after: "1", moves: null, withheld: false },
          {
            label: "Who may approve",
            before: "Dana Okafor, Ben Weber, group Leads",
            after: "Ben Weber, Eve Li, group Leads",
            moves: { added: ["Eve Li"], removed: ["Dana Okafor"], kept: ["Ben Weber", "group Leads"] },
            withheld: false,
          },
          { label: "Approvers are reminded", before: null, after: "after 1 day, every 12 hours, 3 times at most", moves: null, withheld: false },
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
        differences: [
          {
            label: "Members",
            before: null,
            after: "Ben Weber, Cleo Lindqvist",
            moves: { added: ["Ben Weber", "Cleo Lindqvist"], removed: [], kept: [] },
            withheld: false,
          },
        ],
        call: { method: "PUT", path: "/v1/groups/night", body: { name: "Night shift", members: ["ben", "cleo"] } },
      },
      {
        type: "person",
        project: null,
        id: "cleo",
        name: "Cleo Lindqvist",
        change: "CHANGE",
        words: "Change person Cleo Lindqvist",
        differences: [{ label: "Mail", before: null, after: null, moves: null, withheld: true }],
        call: null,
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
  places: [
    { kind: "GOVERNANCE", project: "payments", environment: null, path: null, before: ["1 of Cleo Lindqvist"], after: [], lowers },
    { kind: "ACCESS", project: "payments", environment: "prod", path: "/payments/**", ...need },
  ],
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
