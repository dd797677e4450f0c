import { useEffect, useState } from "preact/hooks";
import type { Environment, Page } from "../api.ts";
import { read } from "../client.ts";
import { isPath } from "./path.ts";
import type { Place } from "./written.ts";
import { Names } from "../ui/options.tsx";

interface Adding {
  project: string;
  /** Environments that are known already; the first is chosen. */
  environments: readonly string[];
  add: (place: Place) => void;
}

/** Takes another document in, perhaps one that is not there yet. */
export function NewDocument({ project, environments, add }: Adding) {
  const [open, setOpen] = useState(false);
  const [others, setOthers] = useState<Environment[]>([]);
  const [chosen, setChosen] = useState("");
  const [path, setPath] = useState("");
  const [asked, setAsked] = useState(false);
  const known = [...new Set([...environments, ...others.map(({ id }) => id)])];
  const environment = chosen || (known[0] ?? "");
  useEffect(() => {
    if (!open) return;
    // Without the list, the environments that are known already can still be chosen.
    read<Page<Environment>>(`/v1/projects/${project}/environments`).then(
      ({ body }) => setOthers(body?.items ?? []),
      () => undefined,
    );
  }, [open, project]);
  const valid = isPath(path) && environment !== "";

  function take() {
    setAsked(true);
    if (!valid) return;
    add({ environment, path });
    setPath("");
    setAsked(false);
    setOpen(false);
  }

  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Another document</summary>
      <div class="row fields">
        <label>
          Environment
          <select value={environment} onChange={(event) => setChosen(event.currentTarget.value)}>
            <Names of={known} />
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
            aria-invalid={asked && !valid ? true : undefined}
            aria-describedby="new-path"
            value={path}
            onInput={(event) => setPath(event.currentTarget.value)}
            onKeyDown={(event) => event.key === "Enter" && (event.preventDefault(), take())}
          />
        </label>
        <button type="button" class="plain" onClick={take}>
          Add it
        </button>
      </div>
      <p id="new-path" class={asked && !valid ? "hint wrong" : "hint"}>
        From its /: 1 to 10 parts of letters, digits and _ + = . @ -. One that waits for its deletion is taken back.
      </p>
    </details>
  );
}
