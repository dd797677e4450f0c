import { useId, useRef } from "preact/hooks";
import { count, pieces, plain } from "../format.ts";
import { randomText } from "../session/pkce.ts";

const VISIBLE = new Set(["↵\n", "⇥\t"]);

/** A value to be sealed: typed in the open, never completed nor corrected, and what cannot be seen in it is named. */
export function SecretField({ label, value, write }: { label: string; value: string; write: (value: string) => void }) {
  const hint = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const hidden = [...new Set(pieces(value).flatMap((each) => (each.hidden && !VISIBLE.has(each.text) ? [each.text] : [])))];
  const edges = value !== value.trim() && value !== "";
  const notes = [
    value === "" ? "Left like this, the value is empty." : extent(value),
    ...(edges ? ["Begins or ends with a blank or a line break."] : []),
    ...(hidden.length > 0 ? [`Holds characters that cannot be seen: ${hidden.map(plain).join(" ")}`] : []),
  ];
  return (
    <div class="secret">
      <label>
        {label}
        <textarea
          ref={field}
          rows={2}
          class="code"
          dir="ltr"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-describedby={hint}
          value={value}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </label>
      <div class="notes">
        <small id={hint}>{notes.join(" ")}</small>
        {value === "" && (
          <button type="button" class="link" onClick={() => (write(randomText()), field.current?.focus())}>
            Generate<span class="unseen"> {label}</span>
          </button>
        )}
      </div>
    </div>
  );
}

function extent(value: string): string {
  const lines = value.split("\n").length;
  return `${count([...value].length, "character")}${lines > 1 ? ` in ${lines} lines` : ""}.`;
}
