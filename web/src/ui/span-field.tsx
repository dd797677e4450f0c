import { useId } from "preact/hooks";
import type { Span, Unit } from "./span.ts";
import { Wrong } from "./wrong.tsx";

const UNITS: Unit[] = ["minute", "hour", "day"];

interface Timing {
  label: string;
  span: Span;
  write: (span: Span) => void;
  wrong: string | undefined;
  /** What is meant where it is left empty; without it, it must be filled in. */
  empty?: string;
}

/** A length of time: a number and its unit. */
export function SpanField({ label, span, write, wrong, empty }: Timing) {
  const units: Unit[] = span.unit === "second" ? ["second", ...UNITS] : UNITS;
  const hint = useId();
  return (
    <div class="span">
      <label>
        {label}
        <input
          type="number"
          required={empty === undefined}
          min={1}
          step={span.unit === "second" ? "any" : 1}
          inputMode="numeric"
          aria-invalid={wrong === undefined ? undefined : true}
          aria-describedby={hint}
          value={span.amount}
          onInput={(event) => write({ ...span, amount: event.currentTarget.value })}
        />
      </label>
      <label>
        <span class="unseen">{label}, unit</span>
        <select value={span.unit} onChange={(event) => write({ ...span, unit: event.currentTarget.value as Unit })}>
          {units.map((each) => (
            <option key={each} value={each}>
              {each}s
            </option>
          ))}
        </select>
      </label>
      {wrong === undefined && empty !== undefined ? <small id={hint}>{empty}</small> : <Wrong id={hint} text={wrong} />}
    </div>
  );
}
