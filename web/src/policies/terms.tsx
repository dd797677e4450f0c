import { plain } from "../format.ts";
import { SpanField } from "../ui/span-field.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { NumberField, Switch, Term, type Filling } from "./fields.tsx";

/** How long a request may wait, and what happens once it is agreed. */
export function Times({ form, edit, faults }: Filling) {
  return (
    <fieldset class="card">
      <legend>Time and merge</legend>
      <SpanField
        label="A request expires after"
        span={form.pendingFor}
        write={(pendingFor) => edit({ pendingFor })}
        wrong={faults("pendingFor")}
      />
      <Switch
        label="A limit for the merge"
        means={
          form.merges
            ? "Counted from the moment in which a request is first agreed."
            : "An agreed request can be merged until it expires."
        }
        on={form.merges}
        turn={(merges) => edit({ merges })}
      />
      {form.merges && (
        <SpanField
          label="Merged within"
          span={form.mergeWithin}
          write={(mergeWithin) => edit({ mergeWithin })}
          wrong={faults("mergeWithin")}
        />
      )}
      <Term field="autoMerge" form={form} edit={edit} />
    </fieldset>
  );
}

/** What approvers see, and how they hear of it. */
export function Telling({ form, edit, faults, channels }: Filling) {
  const { reminders } = form;
  const secrets = form.kind === "SECRETS";
  const write = (change: Partial<typeof reminders>) => edit({ reminders: { ...reminders, ...change } });
  return (
    <fieldset class="card">
      <legend>{secrets ? "What approvers see and hear" : "What approvers hear"}</legend>
      {secrets && <Term field="approversMayReveal" form={form} edit={edit} />}
      <Switch
        label="Reminders"
        means={
          form.reminds
            ? "Approvers whose vote is still missing are mailed again."
            : "Approvers are mailed once, when a request or revision is made."
        }
        on={form.reminds}
        turn={(reminds) => edit({ reminds })}
      />
      {form.reminds && (
        <div class="spans">
          <SpanField
            label="First after"
            span={reminders.after}
            write={(after) => write({ after })}
            wrong={faults("reminders.after")}
          />
          <SpanField
            label="Then every"
            span={reminders.every}
            write={(every) => write({ every })}
            wrong={faults("reminders.every")}
          />
          <NumberField
            label="Times at most"
            most={20}
            value={reminders.atMost}
            write={(atMost) => write({ atMost })}
            wrong={faults("reminders.atMost")}
          />
        </div>
      )}
      {secrets && (
        <Switch
          label="Votes by mail"
          means={
            form.byMail
              ? "Approvers may also vote by the link and the code in their mail. Whoever has the mail can vote then, for up to 72 hours."
              : "Approvers vote when they are signed in."
          }
          on={form.byMail}
          turn={(byMail) => edit({ byMail })}
        />
      )}
      <Channels chosen={form.channels} choose={(channels) => edit({ channels })} known={channels} wrong={faults("channels")} />
    </fieldset>
  );
}

interface Choosing {
  chosen: string[];
  choose: (channels: string[]) => void;
  known: Filling["channels"];
  wrong: string | undefined;
}

/** Chat channels besides the mails; one that is gone can still be taken out. */
function Channels({ chosen, choose, known, wrong }: Choosing) {
  const all = [...new Set([...known.map(({ id }) => id), ...chosen])];
  return (
    <fieldset class="channels">
      <legend>Chat channels told besides</legend>
      {all.length === 0 && <p class="hint">The project has none. Mail goes to approvers in any case.</p>}
      {all.map((each) => (
        <label key={each} class="tick">
          <input
            type="checkbox"
            checked={chosen.includes(each)}
            onChange={(event) =>
              choose(event.currentTarget.checked ? [...chosen, each] : chosen.filter((other) => other !== each))
            }
          />
          <span>{plain(each)}</span> <small>{about(known.find(({ id }) => id === each))}</small>
        </label>
      ))}
      <Wrong text={wrong} />
    </fieldset>
  );
}

function about(channel: Filling["channels"][number] | undefined): string {
  if (channel === undefined) return "no longer a channel of the project";
  const kind = channel.kind === "SLACK" ? "Slack" : "Microsoft Teams";
  return channel.state === "BROKEN" ? `${kind}, broken` : kind;
}
