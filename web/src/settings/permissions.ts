// What each permission lets somebody do, in words for whoever gives it.
import type { Permission } from "../api.ts";

export const MEANINGS: Record<Permission, string> = {
  "secrets:propose": "Propose changes of secrets. Where no policy protects them, they are made at once.",
  "secrets:reveal": "See values. Each look is in the audit.",
  "policies:write": "Say who must agree: make, change and delete policies.",
  "requests:read": "See change requests, without their values.",
  "requests:merge": "Merge what is agreed, finish or undo a merge that failed, and withdraw requests of others.",
  "directory:write": "Give roles they have themselves, and make roles and environments.",
  "destinations:write": "Make and change destinations and channels.",
  "audit:read": "Export the journal, to be verified offline.",
};

export const PERMISSIONS = Object.keys(MEANINGS) as Permission[];

/** Roles that every project has and nobody edits; in the whole organisation there are only these. */
export const SHIPPED = ["admin", "developer", "viewer"];
