import { signal } from "@preact/signals";
import { exact, relative } from "../format.ts";

const now = signal(new Date());
setInterval(() => (now.value = new Date()), 30_000);

/** A moment as people say it; the exact time, local and UTC, on hover. */
export function Time({ at }: { at: string }) {
  const moment = new Date(at);
  return (
    <time dateTime={at} title={exact(moment)}>
      {relative(moment, now.value)}
    </time>
  );
}
