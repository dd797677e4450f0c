// Values that are too large for where their documents go once they are merged.
import type { Destination } from "../api.ts";
import { counting, type Written } from "../documents/written.ts";
import { covers } from "../policies/glob.ts";

/** The most bytes that a parameter of the advanced tier holds. */
export const PARAMETER_BYTES = 8192;

export interface Unheld {
  path: string;
  key: string;
  bytes: number;
  destination: string;
}

export function unheld(written: readonly Written[], destinations: readonly Destination[]): Unheld[] {
  return counting(written).flatMap((each) => {
    const bytes = each.op === "set" ? new TextEncoder().encode(each.value).length : 0;
    if (each.op !== "set" || bytes <= PARAMETER_BYTES) return [];
    const { environment, path, key } = each;
    return destinations
      .filter((to) => to.type === "SSM" && to.environment === environment && covers(to.path, path))
      .map(({ id }) => ({ path, key, bytes, destination: id }));
  });
}
