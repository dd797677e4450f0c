// What may be revealed of a request's key: proposed and present value while it waits, what is there now afterwards.
import type { ChangeRequest, MovedDocument, Revealed } from "../api.ts";
import { reveal } from "../client.ts";
import { revealCurrent, useReveal, type Revealing } from "../documents/reveal.tsx";
import { same, type Place } from "../documents/written.ts";

export function useRequestReveal(request: ChangeRequest, moved: MovedDocument[], place: Place, key: string): Revealing {
  const written = moved.filter((each) => same(each, place)).map(({ message }) => message);
  return useReveal(key, [request.status, ...written].join("\n"), async () => {
    if (!standing(request)) return revealCurrent(request.project, place, key);
    const { environment, path } = place;
    const { body } = await reveal<Revealed>(`/v1/change-requests/${request.id}/reveal`, { environment, path, key });
    return body;
  });
}

/** What the button for it says. */
export function revealWord(request: ChangeRequest): string {
  return standing(request) ? "Reveal" : "Reveal what is there now";
}

/** Whether what it proposes is still there to be shown; afterwards only what the store holds is. */
function standing({ status }: ChangeRequest): boolean {
  return status === "OPEN" || status === "FAILED";
}
