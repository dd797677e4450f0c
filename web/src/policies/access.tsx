import { SpanField } from "../ui/span-field.tsx";
import { Switch, type Filling } from "./fields.tsx";

/** What an access policy says of the access itself. */
export function AccessTerms({ form, edit, faults }: Filling) {
  return (
    <fieldset class="card">
      <legend>What is given</legend>
      <SpanField label="Access lasts at most" span={form.lasts} write={(lasts) => edit({ lasts })} wrong={faults("maxDuration")} />
      <Switch
        label="A reason must be given"
        means={form.explained ? "Whoever asks says why; approvers read it." : "Whoever asks may leave open why."}
        on={form.explained}
        turn={(explained) => edit({ explained })}
      />
    </fieldset>
  );
}
