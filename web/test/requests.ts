// Made-up requests in the API's shape.
import type { Actor, ChangeRequest } from "../src/api.ts";

const ana: Actor = { id: "ana", name: "Ana Ruiz", kind: "PERSON" };
const ben: Actor = { id: "ben", name: "Ben Weber", kind: "PERSON" };
const cleo: Actor = { id: "cleo", name: "Cleo Lindqvist", kind: "PERSON" };
const dana: Actor = { id: "dana", name: "Dana Okafor", kind: "PERSON" };

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();

export function request(change: Partial<ChangeRequest>): ChangeRequest {
  return {
    id: "payments-1",
    project: "payments",
    kind: "SECRETS",
    status: "OPEN",
    statusReason: null,
    title: "Rotate the database password and name the user properly",
    message: "Quarterly rotation.\nThe old user name was a typo; the application reads both until Friday.",
    author: dana,
    revision: 1,
    digest: "9f2c41d07be6".padEnd(64, "0123456789abcdef"),
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
        requirements: [
          { needed: 2, counted: 1, approvers: [ana, ben, cleo] },
          { needed: 1, counted: 1, approvers: [ana] },
        ],
      },
    ],
    votes: [
      { person: ana, decision: "APPROVE", comment: "Checked with the rota.", at: ago(1), counts: true, why: null },
      {
        person: { id: "eli", name: "Eli Brandt" },
        decision: "APPROVE",
        comment: null,
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
    may: ["approve", "reject", "comment"],
    documents: [],
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
    timeline: [
      { sequence: 1, type: "Submitted", at: ago(2), by: dana, text: null },
      { sequence: 2, type: "Voted", at: ago(1), by: ana, text: "Checked with the rota." },
      { sequence: 3, type: "Commented", at: ago(0.5), by: ben, text: "Does the old user stay until Friday?" },
    ],
    ...change,
  };
}

export const merged: Partial<ChangeRequest> = {
  status: "MERGED",
  agreed: true,
  reasons: [],
  may: ["comment"],
  documents: [{ environment: "prod", path: "/payments/db", versionId: "0b1d2c3e-4f50-4a6b-8c7d-9e0f1a2b3c4d" }],
  syncs: [
    {
      destination: "parameters",
      environment: "prod",
      path: "/payments/db",
      versionId: "0b1d2c3e-4f50-4a6b-8c7d-9e0f1a2b3c4d",
      status: "FAILED",
      reason: "1 key cannot be held by Parameter Store",
      names: ["DB_LEGACY_DSN"],
      at: ago(0),
    },
  ],
};
