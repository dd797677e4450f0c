import { useEffect, useRef } from "preact/hooks";
import type { ChangeRequest, MovedDocument, Page } from "../api.ts";
import { plain } from "../format.ts";
import { useReading } from "../ui/reading.ts";
import type { Act } from "./acts.ts";

const FRESH_MS = 30_000;
const NONE: MovedDocument[] = [];

/** Documents that are others in the store than when the revision was made; none where that cannot be told. */
export function useStoreMoved({ id, digest, status, kind }: ChangeRequest): MovedDocument[] {
  const open = status === "OPEN" && kind === "SECRETS";
  const { value, refresh } = useReading<Page<MovedDocument>>(open ? `/v1/change-requests/${id}/moved` : undefined, FRESH_MS);
  const before = useRef(digest);
  useEffect(() => {
    if (before.current !== digest) void refresh();
    before.current = digest;
  }, [digest]);
  return open ? (value?.items ?? NONE) : NONE;
}

interface Telling {
  request: ChangeRequest;
  moved: MovedDocument[];
  onAct: (act: Act) => void;
}

/** The store moved on under an open request: what that means, and the way on. */
export function StoreMoved({ request: { may, statusReason }, moved, onAct }: Telling) {
  // After a conflict that is said already, with its keys.
  if (moved.length === 0 || statusReason !== null) return null;
  return (
    <section class="notice wait" aria-labelledby="store-moved">
      <h2 id="store-moved">The store moved on</h2>
      <Documents moved={moved} />
      <p class="hint">
        Where one of these keys was changed, a merge applies nothing. A rebase binds the request to what the store holds now; votes begin
        again.
      </p>
      {may.includes("revise") && (
        <button type="button" class="plain" onClick={() => onAct("rebase")}>
          Rebase
        </button>
      )}
    </section>
  );
}

/** The same, to be known before a decision. */
export function StoreMovedHint({ moved }: { moved: MovedDocument[] }) {
  if (moved.length === 0) return null;
  return (
    <div class="notice wait">
      <Documents moved={moved} />
      <p>Where one of these keys was changed, the merge applies nothing, and the request has to be rebased.</p>
    </div>
  );
}

function Documents({ moved }: { moved: MovedDocument[] }) {
  return (
    <>
      {moved.map(({ environment, path, message }) => (
        <p key={environment + path}>{plain(message)}</p>
      ))}
    </>
  );
}
