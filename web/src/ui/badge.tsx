import type { ComponentChildren } from "preact";
import { STATUSES, type Tone } from "../format.ts";
import type { Summary } from "../api.ts";

export function Badge({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return <span class={`badge ${tone}`}>{children}</span>;
}

/** Where a request stands; what went around its approvers says so until one of them has looked at it. */
export function StatusBadge({ request: { status, bypass } }: { request: Pick<Summary, "status" | "bypass"> }) {
  const { word, tone } = STATUSES[status] ?? { word: status.toLowerCase(), tone: "quiet" };
  return (
    <>
      <Badge tone={tone}>{word}</Badge>
      {status !== "MERGING" && bypass !== null && bypass.acknowledged === null && <Badge tone="bad">not reviewed</Badge>}
    </>
  );
}
