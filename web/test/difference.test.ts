import assert from "node:assert/strict";
import { test } from "node:test";
import type { ChangeRequest } from "../src/api.ts";
import { ACTS } from "../src/requests/acts.ts";
import { changed, difference } from "../src/requests/difference.ts";
import { news } from "../src/requests/news.ts";
import { bypassed, request } from "./requests.ts";

const base = request({});

test("a new revision names what came and what went", () => {
  const now = request({
    revision: 2,
    digest: "b".repeat(64),
    changes: [
      {
        environment: "prod",
        path: "/payments/db",
        operations: [
          { op: "set", key: "DB_PASSWORD", change: "change", kind: "string" },
          { op: "delete", key: "DB_HOST" },
        ],
      },
    ],
  });
  const said = difference(base, now);
  assert.ok(said.includes("Revision 1 was replaced by revision 2."));
  assert.ok(said.includes("New: remove DB_HOST in prod /payments/db."));
  assert.ok(said.includes("No longer: rename DB_USR to DB_USER in prod /payments/db."));
});

test("where a value is copied from is said", () => {
  const source = { environment: "staging", path: "/db", key: "KEY", version: "v1" };
  const copying = request({
    changes: [{ ...base.changes[0]!, operations: [{ op: "copy", key: "DB_HOST", change: "add", kind: "string", source }] }],
  });
  assert.ok(
    difference(base, copying).includes("New: add DB_HOST in prod /payments/db, copied from staging /db KEY, version v1."),
  );
});

test("same keys under another digest are not called unchanged", () => {
  assert.deepEqual(difference(base, request({ digest: "c".repeat(64) })), ["Its values or base were changed."]);
});

test("an open page says a vote and that it can be merged now", () => {
  const vote: ChangeRequest["votes"][number] = {
    person: { id: "ben", name: "Ben", kind: "PERSON" },
    duration: null,
    decision: "APPROVE",
    digest: base.digest,
    comment: "",
    at: "2026-01-10T12:00:00Z",
    counts: true,
    why: null,
  };
  const now = request({ votes: [...base.votes, vote], agreed: true });
  assert.equal(news(base, now), "Ben approved. It can be merged now.");
  assert.equal(news(base, base), undefined);
});

test("an end is said before anything else", () => {
  assert.equal(news(base, request({ status: "MERGED" })), "payments-1 is now merged.");
});

test("what was voted on is compared without its state, and values are not spoken of", () => {
  const { title, message, changes, access, rules } = base;
  assert.deepEqual(changed({ title, message, changes, access, rules }, request({ digest: "c".repeat(64), status: "MERGED" })), []);
  assert.deepEqual(changed({ title: "Old", message, access, rules, changes: [] }, request({ changes: [] })), [`The title is now “${title}”.`]);
});

test("an approval that was to merge says whether it did, and if not why", () => {
  const after = { status: "OPEN" as const, revision: 1, agreed: false, reasons: base.reasons };
  const { done } = ACTS.approve;
  assert.equal(done({ ...after, status: "MERGING" }), "You approved, and the merge goes on.");
  assert.equal(done(after), "You approved. 1 of 2 approvals. 1 more needed by Payments production.");
  assert.equal(done({ ...after, agreed: true, reasons: [] }), "You approved. It can be merged now.");
});

test("only an approval speaks of merging, and only when asked to", () => {
  assert.deepEqual(ACTS.approve.body(base, { text: "", also: false }), { decision: "APPROVE", digest: base.digest });
  assert.deepEqual(ACTS.approve.body(base, { text: "ok", also: true }), {
    decision: "APPROVE",
    digest: base.digest,
    mergeIfAgreed: true,
    comment: "ok",
  });
  assert.deepEqual(ACTS.rebase.body(base, { text: "", also: true }), { digest: base.digest, keep: "all", base: "present" });
});

test("an open page says that somebody has looked at a bypass", () => {
  const around = request(bypassed);
  const by = { id: "ana", name: "Ana Ruiz", kind: "PERSON" as const };
  const now = { ...around, bypass: around.bypass && { ...around.bypass, acknowledged: { by, at: "2026-01-10T12:00:00Z" } } };
  assert.equal(news(around, now), "Ana Ruiz acknowledged the bypass.");
});
