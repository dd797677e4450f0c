// A made-up mail: `/requests/payments-1#vote=` and 43 times `A`, with the code 123456.
import type { CastByLink, LinkedRequest, Sends } from "../src/api.ts";
import { json, problem, type Made } from "./made.ts";
import { NAMES, remember, requests } from "./memory.ts";

const TOKEN = "A".repeat(43);
const CODE = "123456";
const HOURS_72 = 259_200_000;
let tries = 5;
let used = false;

export function links(path: string, body: string): Made {
  const sent = JSON.parse(body) as Partial<Sends<"voteByLink">>;
  const request = requests.get("payments-1");
  if (sent.token !== TOKEN || used || tries === 0 || request === undefined || request.status !== "OPEN") {
    return problem(404, "link-void", "This link does not let you vote, or not any more. Sign in instead.");
  }
  const { id, status, revision, digest, title, author, expiresAt, changes, votes } = request;
  const voter = { id: "ana", name: NAMES["ana"] ?? "", kind: "PERSON" as const };
  if (path.endsWith("/inspect")) {
    const until = new Date(Date.now() + HOURS_72).toISOString();
    const others = votes.map(({ person, decision }) => ({ person, decision }));
    const shown: LinkedRequest = {
      ...{ id, status, revision, digest, title, author, expiresAt, changes, voter, until },
      votes: others.filter(({ person }) => person.id !== voter.id),
    };
    return json(200, shown);
  }
  tries -= 1;
  if (sent.code !== CODE) {
    return problem(422, "wrong-link-code", `This is not the code in the mail. ${tries} more tries are left.`);
  }
  used = true;
  const after = sent.decision === "REJECT" ? { ...request, status: "REJECTED" as const } : request;
  remember(after);
  const cast: CastByLink = { id, status: after.status, revision, digest, agreed: false, via: "mail" };
  return json(200, cast);
}
