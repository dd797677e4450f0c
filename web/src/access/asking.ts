// Whom a place asks for access, before anything is sent.
import type { Target, WrittenPolicy } from "../api.ts";
import { covers } from "../policies/glob.ts";

/** Access policies that hold for some of the place; the API decides which of them count. */
export function asking(policies: readonly WrittenPolicy[], { environment, path }: Target): WrittenPolicy[] {
  if (!path.startsWith("/")) return [];
  return policies.filter(
    ({ kind, targets }) =>
      kind === "ACCESS" &&
      targets.some((each) => each.environment === environment && (covers(each.path, path) || covers(path, each.path))),
  );
}
