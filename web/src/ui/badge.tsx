import type { ComponentChildren } from "preact";
import { STATUSES, type Tone } from "../format.ts";
import type { Status } from "../api.ts";

export function Badge({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return <span class={`badge ${tone}`}>{children}</span>;
}

export function StatusBadge({ status }: { status: Status }) {
  const { word, tone } = STATUSES[status] ?? { word: status.toLowerCase(), tone: "quiet" };
  return <Badge tone={tone}>{word}</Badge>;
}
