import { SpanField } from "../ui/span-field.tsx";
import { Wrong } from "../ui/wrong.tsx";
import type { Filling } from "./fields.tsx";
import type { Form } from "./form.ts";
import { zone } from "./moment.ts";

const ENDINGS: Record<Form["ending"], string> = { AFTER: "After a time", AT: "At a moment" };

/** How long access is asked for, and from when; more of it begins where what there is ends. */
export function Lasts({ form, edit, faults, more }: Filling & { more: boolean }) {
  const wrong = faults("duration", "end");
  return (
    <>
      <fieldset class="choice">
        <legend>When it ends</legend>
        {(Object.keys(ENDINGS) as Form["ending"][]).map((each) => (
          <label key={each} class="tick">
            <input type="radio" name="ending" checked={form.ending === each} onChange={() => edit({ ending: each })} />
            {ENDINGS[each]}
          </label>
        ))}
      </fieldset>
      {form.ending === "AFTER" ? (
        <SpanField label={more ? "How much longer" : "How long"} span={form.span} write={(span) => edit({ span })} wrong={wrong} />
      ) : (
        <MomentField label="Until" value={form.until} write={(until) => edit({ until })} wrong={wrong} />
      )}
      {!more && (
        <label class="tick">
          <input type="checkbox" checked={form.later} onChange={(event) => edit({ later: event.currentTarget.checked })} />
          Begin later than with its merge
        </label>
      )}
      {!more && form.later && (
        <MomentField label="From" value={form.start} write={(start) => edit({ start })} wrong={faults("start")} />
      )}
    </>
  );
}

interface Timing {
  label: string;
  value: string;
  write: (value: string) => void;
  wrong: string | undefined;
}

/** A moment in the time of whoever types. */
function MomentField({ label, value, write, wrong }: Timing) {
  const hint = `${label.toLowerCase()}-hint`;
  return (
    <div class="field">
      <label>
        {label}
        <input
          type="datetime-local"
          required
          aria-invalid={wrong === undefined ? undefined : true}
          aria-describedby={hint}
          value={value}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </label>
      <small id={hint}>
        In the time of {zone()}. <Wrong text={wrong} />
      </small>
    </div>
  );
}
