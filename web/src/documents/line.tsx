import { useEffect, useId, useRef } from "preact/hooks";
import { plain, type Tone } from "../format.ts";
import { Badge } from "../ui/badge.tsx";
import { SecretField } from "../ui/secret-field.tsx";
import { Wrong } from "../ui/wrong.tsx";
import type { OnKey } from "./written.ts";

/** What is to happen to a key that was picked, and what a key is asked for. */
export const WORDS: Record<OnKey["op"], { badge: string; tone: Tone; label: string }> = {
  set: { badge: "To change", tone: "wait", label: "Key to set" },
  delete: { badge: "To remove", tone: "bad", label: "Key to remove" },
  rename: { badge: "To rename", tone: "wait", label: "Key to rename" },
  copy: { badge: "To revert", tone: "wait", label: "Key to revert" },
};

interface Line {
  written: OnKey;
  change: (next: OnKey) => void;
  /** What is wrong with it. */
  wrong: string | undefined;
}

/** An operation with its key, which is typed here or was picked before. */
export function WrittenLine({ written, change, wrong, drop }: Line & { drop: () => void }) {
  const why = useId();
  return (
    <li class={`${wrong !== undefined ? "bad" : WORDS[written.op].tone} ${written.typed ? "written" : "picked"}`}>
      {written.typed ? (
        <TypedKey written={written} change={change} wrong={wrong} why={why} />
      ) : (
        <>
          <Badge tone={WORDS[written.op].tone}>{WORDS[written.op].badge}</Badge>
          <span class="key">
            <code>{plain(written.key)}</code>
          </span>
        </>
      )}
      {written.op === "rename" && <NewName written={written} change={change} />}
      {written.op === "copy" && <Earlier written={written} />}
      <button type="button" class="link" onClick={drop}>
        Take out<span class="unseen"> {plain(written.key) || "this line"}</span>
      </button>
      <Wrong id={why} text={wrong} />
      {written.op === "set" && (
        <SecretField
          label={written.typed ? "Value" : `New value of ${plain(written.key)}`}
          value={written.value}
          write={(value) => change({ ...written, value })}
        />
      )}
    </li>
  );
}

function TypedKey({ written, change, wrong, why }: Line & { why: string }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (written.key === "") field.current?.focus();
  }, []);
  return (
    <label>
      {WORDS[written.op].label}
      <input
        ref={field}
        type="text"
        required
        maxLength={255}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-invalid={wrong === undefined ? undefined : true}
        aria-describedby={why}
        value={written.key}
        onInput={(event) => change({ ...written, key: event.currentTarget.value })}
      />
    </label>
  );
}

/** What a key gets that is reverted. */
export function Earlier({ written }: { written: OnKey & { op: "copy" } }) {
  return (
    <small class="origin">
      gets the value that it had in version <code>{plain(written.version)}</code>
    </small>
  );
}

export function NewName({ written, change }: { written: OnKey & { op: "rename" }; change: (next: OnKey) => void }) {
  return (
    <label>
      New name
      <input
        type="text"
        required
        maxLength={255}
        pattern="[A-Za-z0-9_.\-]+"
        title="Letters, digits, _ . -"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={written.to}
        onInput={(event) => change({ ...written, to: event.currentTarget.value })}
      />
    </label>
  );
}
