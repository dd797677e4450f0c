import "./storage.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { WrittenPolicy } from "../src/api.ts";
import { askAddress } from "../src/access/address.ts";
import { asking } from "../src/access/asking.ts";
import { blank, bodyOf, fieldsOf } from "../src/access/form.ts";
import { lastingOf } from "../src/access/lasting.ts";
import { isoOf, typedOf } from "../src/access/moment.ts";
import { addressOf, queryOf, viewOf } from "../src/access/view.ts";
import { doingWhere } from "../src/access/words.ts";
import { ACTS } from "../src/requests/acts.ts";
import { changed } from "../src/requests/difference.ts";
import { saidOf, wordOf } from "../src/requests/said.ts";
import { inWords, spoken } from "../src/ui/span.ts";
import { asksForAccess, given, request } from "./requests.ts";

const asked = request(asksForAccess);
const access = asked.access!;
const place = { environment: "prod", path: "/payments/**" };

test("the form sends how long or until when, never both", () => {
  const form = { ...blank({ project: "payments", ...place }), reason: " It fails. " };
  assert.deepEqual(bodyOf(form, undefined), { ...place, actions: ["secrets:reveal"], duration: "PT1H", reason: "It fails." });
  const until = bodyOf({ ...form, ending: "AT", until: "2026-11-27T09:00", reason: "" }, undefined);
  assert.deepEqual(until, { ...place, actions: ["secrets:reveal"], end: isoOf("2026-11-27T09:00") });
});

test("a start is sent where it is later than the merge only", () => {
  const form = { ...blank(place), start: "2026-11-27T09:00" };
  assert.equal(bodyOf(form, undefined).start, undefined);
  assert.equal(bodyOf({ ...form, later: true }, undefined).start, isoOf("2026-11-27T09:00"));
});

test("more time has the place, actions and start of what there is", () => {
  const form = { ...blank(place), later: true, start: "2026-11-27T09:00" };
  assert.deepEqual(bodyOf(form, "payments-40"), { extends: "payments-40", duration: "PT1H" });
});

test("an empty path is the whole environment, and an unfinished moment is none", () => {
  assert.equal(bodyOf({ ...blank(place), path: " " }, undefined).path, "/**");
  assert.equal(bodyOf({ ...blank(place), ending: "AT" }, undefined).end, "");
  assert.equal(isoOf(typedOf("2026-11-27T09:00:00.000Z")), "2026-11-27T09:00:00.000Z");
});

test("a revision begins with what was asked for", () => {
  const { actions, duration } = access;
  assert.deepEqual(bodyOf(fieldsOf(asked), null), { ...place, actions, duration: "PT2H", reason: asked.message });
  assert.equal(duration, "PT2H");
  const end = "2026-11-27T09:00:00.000Z";
  const until = bodyOf(fieldsOf({ ...asked, access: { ...access, end, duration: "PT1H3M7.5S" } }), null);
  assert.deepEqual([until.end, until.duration], [end, undefined]);
  const both = bodyOf(fieldsOf({ ...asked, access: { ...access, start: end, end: "2026-11-27T11:00:00Z" } }), null);
  assert.deepEqual([both.start, both.duration], [end, "PT2H"]);
});

test("an approver lets it last as long as is asked for, or less, but not longer", () => {
  assert.deepEqual([lastingOf({ amount: "", unit: "hour" }, access).duration, ""], [undefined, ""]);
  const less = lastingOf({ amount: "30", unit: "minute" }, access);
  assert.deepEqual([less.duration, less.wrong], ["PT30M", undefined]);
  assert.equal(lastingOf({ amount: "1", unit: "day" }, access).wrong, "No longer than is asked for: 2 hours.");
});

test("only an approval for a shorter time says for how long", () => {
  const { digest } = asked;
  const given = { text: "", also: false };
  assert.deepEqual(ACTS.approve.body(asked, { ...given, duration: "PT30M" }), { decision: "APPROVE", digest, duration: "PT30M" });
  assert.deepEqual(ACTS.approve.body(asked, { ...given, duration: undefined }), { decision: "APPROVE", digest });
});

test("access is ended where it is, and everything else is done with the request", () => {
  assert.equal(ACTS.revoke.route(asked), "/v1/grants/payments-1/revoke");
  assert.equal(ACTS.approve.route(asked), "/v1/change-requests/payments-1/votes");
});

test("other access in the place of what was asked for is told", () => {
  const now = request({ ...asksForAccess, access: { ...access, path: "/**", duration: "PT8H" } });
  assert.deepEqual(changed(asked, now), [
    "New: reveal values in prod /**.",
    "New: for 8 hours at most.",
    "No longer: reveal values in prod /payments/**.",
    "No longer: for 2 hours at most.",
  ]);
  assert.deepEqual(changed(asked, asked), []);
});

test("actions are said in the order of their weight", () => {
  assert.equal(
    doingWhere({ ...access, actions: ["secrets:propose", "secrets:reveal"] }),
    "reveal values and propose changes in prod /payments/**",
  );
});

test("an address says whose access is shown, and shows the same again", () => {
  const view = { whose: "all", project: "payments", cursor: "c" } as const;
  assert.equal(addressOf(view), "/access?whose=all&project=payments&cursor=c");
  assert.deepEqual(viewOf(new URL(addressOf(view), "http://localhost").searchParams), view);
  assert.equal(addressOf(viewOf(new URLSearchParams())), "/access");
  assert.equal(queryOf(viewOf(new URLSearchParams()), 25), "limit=25&holder=me");
  assert.equal(queryOf(view, 25), "limit=25&project=payments&cursor=c");
  assert.equal(askAddress({ project: "payments", path: "/a/**" }), "/access/ask?project=payments&path=%2Fa%2F**");
});

test("whom a place asks are access policies that hold for some of it", () => {
  const policy = (kind: "SECRETS" | "ACCESS", path: string) =>
    ({ kind, targets: [{ environment: "prod", path }] }) as WrittenPolicy;
  const all = [policy("SECRETS", "/**"), policy("ACCESS", "/payments/db"), policy("ACCESS", "/web/**"), policy("ACCESS", "/**")];
  assert.deepEqual(asking(all, place), [all[1], all[3]]);
  assert.deepEqual(asking(all, { ...place, environment: "test" }), []);
  assert.deepEqual(asking(all, { ...place, path: "" }), []);
});

test("lengths of time are spoken by units, and those of the API in words", () => {
  assert.equal(spoken("PT1H59M"), "1 hour 59 minutes");
  assert.equal(spoken("P1DT2H"), "1 day 2 hours");
  assert.equal(spoken("PT59M59.7S"), "1 hour");
  assert.equal(spoken("PT8.2S"), "8 seconds");
  assert.equal(inWords('Policy "P1" lets access last PT2H at most.'), 'Policy "P1" lets access last 2 hours at most.');
});

test("the timeline says lengths and times as people do, and leaves people's own words alone", () => {
  const text = "approved for PT30M at most: no longer than PT1H";
  assert.equal(saidOf({ type: "Voted", text }), "approved for 30 minutes at most: no longer than PT1H");
  const granted = saidOf({ type: "Access Granted", text: "to Dan from 2026-11-27T09:00:00.5Z until 2026-11-27T10:00:00Z" });
  assert.equal(granted, "to Dan from 2026-11-27 09:00:00 UTC until 2026-11-27 10:00:00 UTC");
  assert.equal(saidOf({ type: "Commented", text: "PT1H" }), "PT1H");
});

test("access ends by somebody or by itself", () => {
  const { holder } = given.grant!;
  assert.equal(wordOf({ type: "Access Ended", by: holder }, "ACCESS"), "ended the access");
  assert.equal(wordOf({ type: "Access Ended", by: null }, "ACCESS"), "The access ended");
  assert.equal(wordOf({ type: "Merged", by: null }, "SECRETS"), "The change is live");
  assert.equal(wordOf({ type: "Merged", by: null }, "ACCESS"), "The request is merged");
});
