// What became of the messages about a request, in words.
import type { Delivery } from "../api.ts";
import { plain, type Tone } from "../format.ts";

export const DELIVERY: Record<Delivery["status"], { word: string; tone: Tone }> = {
  QUEUED: { word: "queued", tone: "wait" },
  SENT: { word: "sent", tone: "good" },
  DELIVERED: { word: "delivered", tone: "good" },
  BOUNCED: { word: "came back", tone: "bad" },
  COMPLAINED: { word: "called unwanted", tone: "bad" },
  FAILED: { word: "failed", tone: "bad" },
};

export const BY: Record<Delivery["channel"], string> = { MAIL: "by mail", SLACK: "in Slack", TEAMS: "in Teams" };

const TOLD: Record<string, string> = {
  Submitted: "new request",
  Revised: "new revision",
  Agreed: "ready to merge",
  Commented: "new comment",
  "Merge Started": "merge without its approvers",
  Acknowledged: "bypass reviewed",
  Conflicted: "conflict",
  Failed: "failed merge",
  "Delivery Failed": "mail that did not arrive",
};

/** What somebody was told; a status goes by its own word. */
export function told({ event }: Pick<Delivery, "event">): string {
  return TOLD[event] ?? plain(event).toLowerCase();
}

/** "2 sent, 1 failed": how many there are of each. */
export function tally(deliveries: readonly Pick<Delivery, "status">[]): string {
  return (Object.keys(DELIVERY) as Delivery["status"][])
    .map((each) => ({ number: deliveries.filter(({ status }) => status === each).length, word: DELIVERY[each].word }))
    .filter(({ number }) => number > 0)
    .map(({ number, word }) => `${number} ${word}`)
    .join(", ");
}
