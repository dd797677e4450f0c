// The made-up people and requests, and the memory of what was done with them.
import type { ChangeRequest } from "../src/api.ts";
import { asksForRules } from "./governance.ts";
import { asksForAccess, bypassed, conflicted, failed, given, merged, request } from "./requests.ts";

export const NAMES: Record<string, string> = { ben: "Ben Weber", dana: "Dana Okafor", ana: "Ana Ruiz" };

export const requests = new Map<string, ChangeRequest>();

export function remember(each: ChangeRequest): void {
  requests.set(each.id, each);
}

for (const each of [
  request({}),
  request({ id: "payments-2", title: "Ready to go", agreed: true, reasons: [] }),
  request({ id: "payments-3", title: "Live since a minute", ...merged }),
  request({ id: "payments-4", title: "API\u202eYEK <b>bold</b>", status: "MERGING", may: [], mayNot: [] }),
  request({
    id: "payments-5",
    title: "Never mind",
    status: "REJECTED",
    may: ["comment"],
    mayNot: [],
    statusReason: { code: "declined", message: "Ana Ruiz rejected it: the window is closed.", clearedBy: [] },
  }),
  request({ id: "payments-6", title: "Payments are down", ...bypassed }),
  request({ id: "payments-7", title: "Half a rotation", ...failed }),
  request({ id: "payments-8", title: "Overtaken by a rotation", ...conflicted }),
  request(asksForRules),
  request({ id: "payments-39", ...asksForAccess }),
  request({ id: "payments-40", ...given }),
  ...Array.from({ length: 30 }, (_, n) => request({ id: `payments-${n + 9}`, title: `Weekly change ${n + 9}` })),
]) {
  remember(each);
}
