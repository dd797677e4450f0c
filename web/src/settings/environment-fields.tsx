import { useId } from "preact/hooks";
import type { Faults } from "../ui/faults.ts";
import { TextField } from "../ui/field.tsx";
import type { Form } from "../ui/form.ts";
import { Wrong } from "../ui/wrong.tsx";
import type { EnvironmentForm, Rotated } from "./environment-form.ts";

interface Fields {
  form: Form<EnvironmentForm>;
  faults: Faults;
  /** Whether the prefix can be chosen still. */
  fresh: boolean;
}

/** Where the secrets are, by which key they are encrypted, and which keys are a rotation's. */
export function EnvironmentFields({ form: { value, edit }, faults, fresh }: Fields) {
  return (
    <>
      {fresh ? (
        <TextField
          label="Prefix of its secrets"
          hint="Names of its secrets in AWS begin with it. Ends in a slash, overlaps no other’s, and is fixed once it is set."
          required
          maxLength={256}
          pattern="([A-Za-z0-9_+=.@\-]{1,128}/)+"
          title="Parts of letters, digits and _+=.@-, each with a slash behind it"
          fault={faults("secretPrefix")}
          value={value.secretPrefix}
          write={(secretPrefix) => edit({ secretPrefix })}
        />
      ) : (
        <p>
          Its secrets begin with <code>{value.secretPrefix}</code>. That is fixed.
        </p>
      )}
      <TextField
        label="KMS key"
        hint="Its ARN, for new secrets; empty for the key of AWS. The deployment’s parameter SecretKeyArns must have it."
        fault={faults("kmsKeyArn")}
        value={value.kmsKeyArn}
        write={(kmsKeyArn) => edit({ kmsKeyArn })}
      />
      <RotatedField rotated={value.rotated} write={(rotated) => edit({ rotated })} faults={faults} />
    </>
  );
}

interface Rotating {
  rotated: Rotated[];
  write: (rotated: Rotated[]) => void;
  faults: Faults;
}

function RotatedField({ rotated, write, faults }: Rotating) {
  return (
    <fieldset class="permits">
      <legend>Keys that a rotation writes</legend>
      <p class="hint">Changes of them are refused here; the other keys of the same secrets can be changed.</p>
      {rotated.length > 0 && (
        <ul class="targets">
          {rotated.map((each, at) => (
            <Row
              key={at}
              number={at + 1}
              rotated={each}
              write={(next) => write(rotated.with(at, next))}
              drop={() => write(rotated.toSpliced(at, 1))}
              wrongPath={faults(`rotatedKeys[${at}].path`)}
              wrongKeys={faults(`rotatedKeys[${at}].keys`)}
            />
          ))}
        </ul>
      )}
      <Wrong text={faults("rotatedKeys")} />
      <div class="row">
        <button type="button" class="plain" onClick={() => write([...rotated, { path: "", keys: "" }])}>
          Add rotated keys
        </button>
      </div>
    </fieldset>
  );
}

interface One {
  number: number;
  rotated: Rotated;
  write: (rotated: Rotated) => void;
  drop: () => void;
  wrongPath: string | undefined;
  wrongKeys: string | undefined;
}

function Row({ number, rotated: { path, keys }, write, drop, wrongPath, wrongKeys }: One) {
  const about = useId();
  return (
    <li>
      <label>
        <span>
          Path<span class="unseen"> of rotated keys {number}</span>
        </span>
        <input
          type="text"
          required
          class="code"
          placeholder="/db/**"
          pattern="/.*"
          title="Begins with a slash"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-invalid={wrongPath === undefined ? undefined : true}
          aria-describedby={about}
          value={path}
          onInput={(event) => write({ path: event.currentTarget.value, keys })}
        />
      </label>
      <label class="grows">
        <span>
          Keys, one a line<span class="unseen"> of rotated keys {number}</span>
        </span>
        <textarea
          rows={2}
          required
          class="code"
          autocapitalize="off"
          spellcheck={false}
          aria-invalid={wrongKeys === undefined ? undefined : true}
          aria-describedby={about}
          value={keys}
          onInput={(event) => write({ path, keys: event.currentTarget.value })}
        />
      </label>
      <button type="button" class="link" onClick={drop}>
        Take out<span class="unseen"> rotated keys {number}</span>
      </button>
      <small id={about}>
        <Wrong text={wrongPath ?? wrongKeys} />
      </small>
    </li>
  );
}
