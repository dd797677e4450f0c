// For how long an approver lets access be given: as long as is asked for, or less.
import type { Entitlement } from "../api.ts";
import { isoOf, secondsOf, spoken, type Span } from "../ui/span.ts";

export interface Lasting {
  /** What an empty field means. */
  empty: string;
  wrong: string | undefined;
  /** What is sent; absent where nothing was said. */
  duration: string | undefined;
}

export function lastingOf(span: Span, { duration: asked }: Pick<Entitlement, "duration">): Lasting {
  const duration = span.amount === "" ? undefined : isoOf(span);
  const long = duration !== undefined && secondsOf(duration) > secondsOf(asked);
  return {
    empty: `Left empty: ${spoken(asked)}, as is asked for. The shortest that is approved counts.`,
    wrong: long ? `No longer than is asked for: ${spoken(asked)}.` : undefined,
    duration,
  };
}
