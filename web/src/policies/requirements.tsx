import { PeoplePicker } from "../ui/people-picker.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { NumberField, Term, type Filling } from "./fields.tsx";

const MOST = 10;
const MOST_PEOPLE = 100;

/** Who must agree: so many of these, and so many of those. */
export function Requirements({ form, edit, faults, directory }: Filling) {
  const { requirements } = form;
  return (
    <fieldset class="card">
      <legend>Who must approve</legend>
      <ul class="requirements">
        {requirements.map((each, at) => (
          <li key={at}>
            <NumberField
              label="Approvals needed"
              of={requirements.length === 1 ? "" : `requirement ${at + 1}`}
              most={MOST_PEOPLE}
              value={each.approvals}
              write={(approvals) => edit({ requirements: requirements.with(at, { ...each, approvals }) })}
              wrong={faults(`requirements[${at}].approvals`)}
            />
            <PeoplePicker
              label="Of these people and groups"
              of={requirements.length === 1 ? "" : `requirement ${at + 1}`}
              chosen={each}
              choose={(chosen) => edit({ requirements: requirements.with(at, { ...each, ...chosen }) })}
              directory={directory}
              wrong={faults(`requirements[${at}].people`, `requirements[${at}].groups`, `requirements[${at}]`)}
            />
            {requirements.length > 1 && (
              <button type="button" class="link" onClick={() => edit({ requirements: requirements.toSpliced(at, 1) })}>
                Take out requirement {at + 1}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Wrong text={faults("requirements")} />
      {requirements.length > 1 && <p class="hint">All of them must be met, and nobody counts for two.</p>}
      {requirements.length < MOST && (
        <div class="row">
          <button
            type="button"
            class="plain"
            onClick={() => edit({ requirements: [...requirements, { approvals: "1", people: [], groups: [] }] })}
          >
            Add a requirement
          </button>
        </div>
      )}
      {form.kind !== "GOVERNANCE" && <Term field="selfApproval" form={form} edit={edit} />}
      <NumberField
        label="Rejections that end a request"
        most={MOST_PEOPLE}
        value={form.declineAfter}
        write={(declineAfter) => edit({ declineAfter })}
        wrong={faults("declineAfter")}
      />
    </fieldset>
  );
}
