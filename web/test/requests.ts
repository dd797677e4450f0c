// Made-up requests in the API's shape.
import type { ChangeRequest } from "../src/api.ts";

const person = (id: string, name: string) => ({ id, name, kind: "PERSON" as const });
const ana = person("ana", "Ana Ruiz");
const ben = person("ben", "Ben Weber");
const cleo = person("cleo", "Cleo Lindqvist");
const dana = person("dana", "Dana Okafor");
export const DIGEST = "9f2c41d07be6".padEnd(64, "0123456789abcdef");
const FORMER = "1d0c9a".padEnd(64, "5");

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();

export function request(change: Partial<ChangeRequest>): ChangeRequest {
  return {
    id: "payments-1",
    project: "payments",
    governance: "OPT_OUT",
    kind: "SECRETS",
    access: null,
    rules: null,
    grant: null,
    status: "OPEN",
    statusReason: null,
    title: "Rotate the database password and name the user properly",
    message: "Quarterly rotation.\nThe old user name was a typo; the application reads both until Friday.",
    author: dana,
    revision: 1,
    digest: DIGEST,
    createdAt: ago(2),
    expiresAt: ago(-72),
    changes: [
      {
        environment: "prod",
        path: "/payments/db",
        operations: [
          { op: "set", key: "DB_PASSWORD", change: "change", kind: "string" },
          { op: "set", key: "DB_POOL_SIZE", change: "change", kind: "number" },
          { op: "delete", key: "DB_LEGACY_DSN" },
          { op: "rename", from: "DB_USR", to: "DB_USER" },
        ],
      },
      {
        environment: "prod",
        path: "/payments/stripe/webhooks-of-the-refund-endpoint",
        operations: [{ op: "set", key: "STRIPE_WEBHOOK_SECRET_FOR_REFUNDS_AND_DISPUTES_EU_CENTRAL", change: "add", kind: "string" }],
      },
    ],
    revisions: [{ number: 1, digest: DIGEST, author: dana, at: ago(2) }],
    policies: [
      {
        id: "p1",
        name: "Payments production",
        version: 7,
        selfApproval: false,
        declineAfter: 1,
        pendingFor: "P14D",
        mergeWithin: null,
        autoMerge: false,
        bypass: { who: "ANYONE", people: [], groups: [] },
        approversMayReveal: false,
        reminders: null,
        linkVoting: "OFF",
        requirements: [
          { needed: 2, counted: 1, approvers: [ana, ben, cleo] },
          { needed: 1, counted: 1, approvers: [ana] },
        ],
      },
    ],
    votes: [
      { person: ana, decision: "APPROVE", digest: DIGEST, comment: "Checked with the rota.", at: ago(1), counts: true, why: null, duration: null },
      {
        person: person("eli", "Eli Brandt"),
        duration: null,
        decision: "APPROVE",
        digest: DIGEST,
        comment: "",
        at: ago(0.9),
        counts: false,
        why: "Eli left the group Payments leads after voting",
      },
    ],
    agreed: false,
    reasons: [
      {
        code: "approvals-missing",
        message: "1 of 2 approvals. 1 more needed by Payments production.",
        clearedBy: [ben, cleo],
      },
    ],
    may: ["approve", "reject", "merge", "reveal", "comment"],
    mayNot: [
      {
        action: "bypass",
        reasons: [
          {
            code: "not-the-author",
            message: "Only the author of this revision may bypass its approvers.",
            clearedBy: [],
          },
        ],
      },
    ],
    bypass: null,
    merging: null,
    documents: [],
    remains: [],
    undeleted: [],
    overlapping: [
      {
        id: "payments-7",
        title: "Raise the pool size",
        author: ben,
        documents: [{ environment: "prod", path: "/payments/db", keys: ["DB_POOL_SIZE"] }],
      },
    ],
    syncs: [],
    deliveries: [
      { event: "Submitted", person: ana, channel: "MAIL", status: "SENT", reason: null, at: ago(2) },
      { event: "Submitted", person: ben, channel: "MAIL", status: "SENT", reason: null, at: ago(2) },
      {
        event: "Submitted",
        person: cleo,
        channel: "MAIL",
        status: "FAILED",
        reason: "The mail service refused the address",
        at: ago(2),
      },
    ],
    earlier: null,
    timeline: [
      { sequence: 1, type: "Submitted", at: ago(2), by: dana, digest: DIGEST, text: null },
      { sequence: 2, type: "Voted", at: ago(1), by: ana, digest: DIGEST, text: "approved: Checked with the rota." },
      { sequence: 3, type: "Commented", at: ago(0.5), by: ben, digest: null, text: "Does the old user stay until Friday?" },
    ],
    ...change,
  };
}

/** Access for a time, as it is asked for. */
export const asksForAccess: Partial<ChangeRequest> = {
  kind: "ACCESS",
  title: "Reveal values of prod:/payments/**",
  message: "The nightly job cannot sign in.",
  changes: [],
  access: {
    environment: "prod",
    path: "/payments/**",
    actions: ["secrets:reveal"],
    start: null,
    end: null,
    duration: "PT2H",
    extends: null,
  },
  overlapping: [],
  may: ["approve", "reject", "comment"],
};

/** Access as it was given. */
export const given: Partial<ChangeRequest> = {
  ...asksForAccess,
  status: "MERGED",
  agreed: true,
  reasons: [],
  mayNot: [],
  may: ["revoke", "comment"],
  grant: {
    id: "payments-40",
    holder: { ...dana, kind: "PERSON" },
    environment: "prod",
    path: "/payments/**",
    actions: ["secrets:reveal"],
    begins: ago(0.5),
    ends: ago(-1.5),
    state: "ACTIVE",
    endedAt: null,
    endedBy: null,
  },
};

/** Merged around its approvers, with a rejection standing. */
export const bypassed: Partial<ChangeRequest> = {
  status: "BYPASSED",
  may: ["acknowledge", "reveal", "comment"],
  mayNot: [],
  bypass: { reason: "Payments are down; nobody of the rota answers the phone.", at: ago(0.2), acknowledged: null },
  documents: [
    { environment: "prod", path: "/payments/db", versionId: "0b1d2c3e-4f50-4a6b-8c7d-9e0f1a2b3c4d", deleted: false },
  ],
};

/** Stopped half-way: one document holds it, another cannot tell. */
export const failed: Partial<ChangeRequest> = {
  status: "FAILED",
  agreed: false,
  reasons: [],
  may: ["finish", "undo", "reveal", "comment"],
  mayNot: [],
  statusReason: {
    code: "merge-failed",
    message: "Some documents hold the change and could not be put back.",
    clearedBy: [ben, dana],
  },
  remains: [
    {
      environment: "prod",
      path: "/payments/db",
      state: "HELD",
      versionId: "0b1d2c3e-4f50-4a6b-8c7d-9e0f1a2b3c4d",
      message: "The change is live: somebody else wrote DB_HOST on top of it.",
    },
    {
      environment: "prod",
      path: "/payments/stripe/webhooks-of-the-refund-endpoint",
      state: "NOT_HELD",
      versionId: null,
      message: "Nothing of the change is live.",
    },
  ],
};

/** Revised after Ben had voted, and stopped by a conflict since. */
export const conflicted: Partial<ChangeRequest> = {
  revision: 2,
  votes: [],
  revisions: [
    { number: 1, digest: FORMER, author: dana, at: ago(4) },
    { number: 2, digest: DIGEST, author: dana, at: ago(2) },
  ],
  may: ["approve", "reject", "revise", "merge", "comment"],
  statusReason: {
    code: "keys-changed",
    message: "DB_PASSWORD of prod:/payments/db was changed by others since: revise the request.",
    clearedBy: [dana],
  },
  reasons: [
    {
      code: "keys-changed",
      message: "DB_PASSWORD of prod:/payments/db was changed by others since: revise the request.",
      clearedBy: [dana],
    },
  ],
  earlier: null,
  timeline: [
    { sequence: 1, type: "Submitted", at: ago(4), by: dana, digest: FORMER, text: null },
    { sequence: 2, type: "Voted", at: ago(3), by: ben, digest: FORMER, text: "approved" },
    { sequence: 3, type: "Revised", at: ago(2), by: dana, digest: DIGEST, text: "Revision 2: Rotate the password" },
    { sequence: 4, type: "Conflicted", at: ago(1), by: null, digest: DIGEST, text: "DB_PASSWORD was changed by others" },
  ],
};

export const merged: Partial<ChangeRequest> = {
  status: "MERGED",
  agreed: true,
  reasons: [],
  may: ["reveal", "comment"],
  mayNot: [],
  documents: [
    { environment: "prod", path: "/payments/db", versionId: "0b1d2c3e-4f50-4a6b-8c7d-9e0f1a2b3c4d", deleted: false },
  ],
  timeline: [
    { sequence: 1, type: "Submitted", at: ago(2), by: dana, digest: DIGEST, text: null },
    { sequence: 2, type: "Voted", at: ago(1), by: ana, digest: DIGEST, text: "approved: Checked with the rota." },
    { sequence: 3, type: "Merge Started", at: ago(0.1), by: ben, digest: DIGEST, text: null },
    { sequence: 4, type: "Merged", at: ago(0.1), by: null, digest: DIGEST, text: null },
    { sequence: 5, type: "Secrets Changed", at: ago(0.1), by: null, digest: null, text: "prod:/payments/db is version 0b1d2c3e-4f50-4a6b-8c7d-9e0f1a2b3c4d" },
  ],
  syncs: [
    {
      destination: "parameters",
      environment: "prod",
      path: "/payments/db",
      versionId: "0b1d2c3e-4f50-4a6b-8c7d-9e0f1a2b3c4d",
      status: "FAILED",
      reason: "1 key cannot be held by Parameter Store",
      names: ["DB_LEGACY_DSN"],
      attempts: 0,
      at: ago(0),
      nextTry: null,
    },
  ],
};
