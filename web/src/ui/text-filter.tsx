import { useEffect, useState } from "preact/hooks";

const PATIENCE_MS = 300;

interface Field {
  label: string;
  hint: string;
  pattern?: string;
  value: string;
  set: (value: string) => void;
}

/** A text that takes effect a moment after the last key, once it is well-formed. */
export function TextFilter({ label, hint, pattern, value, set }: Field) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => wellFormed(typed, pattern) && set(typed), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return (
    <label>
      {label}
      <input
        type="search"
        placeholder={hint}
        maxLength={100}
        pattern={pattern}
        autocapitalize="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
    </label>
  );
}

function wellFormed(text: string, pattern: string | undefined): boolean {
  return text === "" || pattern === undefined || new RegExp(`^(${pattern})$`).test(text);
}
