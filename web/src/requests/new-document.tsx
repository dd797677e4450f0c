import { useEffect, useState } from "preact/hooks";
import type { Environment, Page } from "../api.ts";
import { read } from "../client.ts";
import { plain } from "../format.ts";
import type { Editing } from "./document-edits.tsx";

/** Takes another document into the revision, beginning with one key. */
export function NewDocument({ request, edits, edit }: Editing) {
  const [open, setOpen] = useState(false);
  const [environments, setEnvironments] = useState<Environment[]>([]);
  const [environment, setEnvironment] = useState(request.changes[0]?.environment ?? "");
  const [path, setPath] = useState("");
  const known = [...new Set([...request.changes.map((each) => each.environment), ...environments.map(({ id }) => id)])];
  useEffect(() => {
    if (!open) return;
    // Without the list, the environments that the request touches can still be chosen.
    read<Page<Environment>>(`/v1/projects/${request.project}/environments`).then(
      ({ body }) => setEnvironments(body?.items ?? []),
      () => undefined,
    );
  }, [open, request.project]);
  const valid = /^(\/[A-Za-z0-9_+=.@-]{1,128}){1,10}$/.test(path);

  function add() {
    if (!valid) return;
    edit({ written: [...edits.written, { environment, path, op: "set", key: "", value: "" }] });
    setPath("");
    setOpen(false);
  }

  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Another document</summary>
      <div class="row fields">
        <label>
          Environment
          <select value={environment} onChange={(event) => setEnvironment(event.currentTarget.value)}>
            {known.map((each) => (
              <option key={each} value={each}>
                {plain(each)}
              </option>
            ))}
          </select>
        </label>
        <label>
          Path
          <input
            type="text"
            placeholder="/payments/db"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            value={path}
            onInput={(event) => setPath(event.currentTarget.value)}
            onKeyDown={(event) => event.key === "Enter" && (event.preventDefault(), add())}
          />
        </label>
        <button type="button" class="plain" aria-disabled={!valid} onClick={add}>
          Add it
        </button>
      </div>
    </details>
  );
}
