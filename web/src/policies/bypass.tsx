import { PeoplePicker } from "../ui/people-picker.tsx";
import { Switch, type Filling } from "./fields.tsx";
import type { Bypassing } from "./form.ts";

/** Whether authors may go around their approvers, and which of them. Emptying the list never opens it. */
export function BypassField({ form: { bypass, kind }, edit, faults, directory }: Filling) {
  const write = (change: Partial<Bypassing>) => edit({ bypass: { ...bypass, ...change } });
  const emptied = bypass.who === "CHOSEN" && bypass.people.length + bypass.groups.length === 0;
  return (
    <fieldset class="card">
      <legend>In an emergency</legend>
      <Switch
        label="Bypass"
        means={
          bypass.who === "NOBODY"
            ? `Every ${kind === "ACCESS" ? "access" : "change"} needs its approvals.`
            : "An author may merge their own request without its approvers, with a reason. All approvers and admins are mailed at once."
        }
        on={bypass.who !== "NOBODY"}
        turn={(on) => write(on ? whoOf(bypass) : { who: "NOBODY" })}
      />
      {bypass.who !== "NOBODY" && (
        <PeoplePicker
          label="Who may bypass"
          chosen={bypass}
          choose={({ people, groups }) => write({ who: "CHOSEN", people, groups })}
          directory={directory}
          wrong={faults("bypass.people", "bypass.groups", "bypass")}
        />
      )}
      {bypass.who === "ANYONE" && (
        <p class="notice wait" role="status">
          Nobody is chosen, so anyone who may {kind === "ACCESS" ? "ask for access" : "propose a change"} may bypass.
        </p>
      )}
      {emptied && (
        <div class="notice wait" role="status">
          <p>Nobody is chosen any more. Choose somebody, or say that anyone may: emptying the list does not mean it.</p>
          <button type="button" class="plain" onClick={() => write({ who: "ANYONE" })}>
            Let anyone bypass
          </button>
        </div>
      )}
    </fieldset>
  );
}

/** Switched on again, it is as it was. */
function whoOf({ people, groups }: Bypassing): Partial<Bypassing> {
  return { who: people.length + groups.length === 0 ? "ANYONE" : "CHOSEN" };
}
