import { useId } from "preact/hooks";
import type { Destination, Environment, Page } from "../api.ts";
import type { Problem } from "../client.ts";
import { plain } from "../format.ts";
import { faultOf, TextField } from "../ui/field.tsx";
import type { Form } from "../ui/form.ts";
import { useReading } from "../ui/reading.ts";
import { Wrong } from "../ui/wrong.tsx";
import { newKey, WORDS, type DestinationForm } from "./form.ts";

const FRESH_MS = 60_000;

interface Fields {
  project: string;
  form: Form<DestinationForm>;
  secret: string;
  writeSecret: (secret: string) => void;
  /** As it is; absent for a new one. */
  present?: Destination;
  problem: Problem | undefined;
}

/** Those of its parts that are typed as texts. */
type Typed = { [Part in keyof DestinationForm]: string extends DestinationForm[Part] ? Part : never }[keyof DestinationForm];

/** A part of the form in a field: what it holds, what is wrong with it, and where what is typed goes. */
function binding({ form: { value, edit }, problem }: Pick<Fields, "form" | "problem">) {
  return (part: Typed) => ({
    fault: faultOf(problem, part),
    value: value[part],
    write: (text: string) => edit({ [part]: text }),
  });
}

/** What it takes, where that goes, and what lets us write there. */
export function DestinationFields(props: Fields) {
  const { project, form, present } = props;
  const { value, edit } = form;
  const bound = binding(props);
  const environments = useReading<Page<Environment>>(`/v1/projects/${project}/environments`, FRESH_MS).value?.items ?? [];
  return (
    <>
      {present ? (
        <p>
          It takes merged documents of <code>{value.environment}</code>. That is fixed.
        </p>
      ) : (
        <label>
          Environment
          <select required value={value.environment} onChange={(event) => edit({ environment: event.currentTarget.value })}>
            <option value="" disabled>
              Choose
            </option>
            {environments.map(({ id, name }) => (
              <option key={id} value={id}>
                {plain(name)}
              </option>
            ))}
          </select>
        </label>
      )}
      <TextField
        label="Paths"
        hint="/** is all; * stands for one part, ** for any"
        required
        {...bound("path")}
      />
      <SinkFields {...props} />
    </>
  );
}

function SinkFields(props: Fields) {
  const { form, present } = props;
  const { value, edit } = form;
  const bound = binding(props);
  switch (value.type) {
    case "SSM":
      return (
        <>
          {present ? (
            <p>
              Parameters begin with <code>{value.parameterPrefix}</code>. That is fixed.
            </p>
          ) : (
            <TextField
              label="Prefix of parameters"
              hint="The document’s path and key follow it. Inside what the deployment manages (ManagedParameters), ends in a slash."
              required
              pattern="(/[A-Za-z0-9_.\-]{1,100}){1,6}/"
              title="Parts of letters, digits and _.- between slashes"
              {...bound("parameterPrefix")}
            />
          )}
          <Tick words="A document is one parameter of its JSON text" on={value.wholeDocument} write={(wholeDocument) => edit({ wholeDocument })} />
        </>
      );
    case "WEBHOOK":
      return <WebhookFields {...props} />;
    case "KUBERNETES":
      return (
        <>
          <ClusterFields {...props} />
          <Lines
            label="Keys"
            hint="A line for each: KEY=name there. None means every key under its own name."
            {...bound("keys")}
          />
          <TextField
            label="Or the whole document as"
            hint="The key in the Secret that holds its JSON text, such as config.json"
            {...bound("wholeDocumentAs")}
          />
          <Lines
            label="Labels"
            hint="A line for each: name=value"
            {...bound("labels")}
          />
        </>
      );
    case "EXTERNAL_SECRETS":
      return <ClusterFields {...props} />;
    case "ECS":
      return (
        <>
          <TextField
            label="Cluster"
            required
            {...bound("cluster")}
          />
          <TextField
            label="Service"
            hint="Its tasks are replaced after each merge. The deployment’s parameter EcsServiceArns must have it."
            required
            {...bound("service")}
          />
        </>
      );
  }
}

function WebhookFields({ form, secret, writeSecret, present, problem }: Fields) {
  const { value, edit } = form;
  const bound = binding({ form, problem });
  return (
    <>
      <TextField
        label="Address"
        hint="Begins with https://. Redirections are not followed."
        required
        maxLength={2000}
        {...bound("url")}
      />
      <Credential label="Signing key" field="key" {...{ secret, writeSecret, present, problem }} />
      <p>
        <button type="button" class="plain" onClick={() => writeSecret(newKey())}>
          Make a new key
        </button>{" "}
        <small>Copy it to the receiver before you save. The key before signs on beside it until the next.</small>
      </p>
      <fieldset class="permits">
        <legend>Besides merged documents, tell it of requests that are</legend>
        {WORDS.map((word) => (
          <Tick
            key={word}
            words={word}
            on={value.events.includes(word)}
            write={(on) => edit({ events: on ? [...value.events, word] : value.events.filter((each) => each !== word) })}
          />
        ))}
      </fieldset>
      <Tick words="Send the values, too: whoever runs the receiver sees them" on={value.values} write={(values) => edit({ values })} />
    </>
  );
}

function ClusterFields({ form, secret, writeSecret, present, problem }: Fields) {
  const { value } = form;
  const bound = binding({ form, problem });
  const fixed = present !== undefined && value.type === "KUBERNETES";
  return (
    <>
      <TextField
        label="API server"
        hint="Begins with https://. One in a private network must stand in the deployment’s parameter PrivateTargets."
        required
        maxLength={2000}
        {...bound("server")}
      />
      <Lines
        label="Its certificate authority"
        hint="In PEM; no other is trusted"
        {...bound("ca")}
      />
      {fixed ? (
        <p>
          It writes <code>{value.name}</code> in the namespace <code>{value.namespace}</code>. That is fixed.
        </p>
      ) : (
        <>
          <TextField
            label="Namespace"
            required
            {...bound("namespace")}
          />
          <TextField
            label="Name"
            hint="{path} stands for the document’s path with dashes"
            required
            {...bound("name")}
          />
        </>
      )}
      <TextField
        label="Cluster in EKS"
        hint="Its name in the deployment’s parameter EksClusters, where the function’s role signs in; empty where a token does"
        {...bound("eksCluster")}
      />
      {value.eksCluster === "" && (
        <Credential label="Token of a service account" field="token" {...{ secret, writeSecret, present, problem }} />
      )}
    </>
  );
}

interface Secret extends Pick<Fields, "secret" | "writeSecret" | "problem"> {
  present: Destination | undefined;
  label: string;
  field: string;
}

/** Typed once, kept in Secrets Manager, and shown to nobody again. */
function Credential({ label, field, secret, writeSecret, present, problem }: Secret) {
  const last = present?.credentials?.[0]?.lastFour;
  const kept = last === undefined ? "" : `The one that ends in ${plain(last)} stays unless you type another. `;
  return (
    <TextField
      label={label}
      hint={`${kept}Kept in Secrets Manager and never shown again; after a new sign-in, type it again.`}
      concealed
      required={last === undefined}
      maxLength={8192}
      fault={faultOf(problem, field)}
      value={secret}
      write={writeSecret}
    />
  );
}

function Tick({ words, on, write }: { words: string; on: boolean; write: (on: boolean) => void }) {
  return (
    <label class="tick">
      <input type="checkbox" checked={on} onChange={(event) => write(event.currentTarget.checked)} />
      {words}
    </label>
  );
}

interface Several {
  label: string;
  hint: string;
  fault: string | undefined;
  value: string;
  write: (value: string) => void;
}

function Lines({ label, hint, fault, value, write }: Several) {
  const about = useId();
  return (
    <div class="field">
      <label>
        {label}
        <textarea
          rows={4}
          spellcheck={false}
          aria-describedby={about}
          aria-invalid={fault === undefined ? undefined : true}
          value={value}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </label>
      <small id={about}>
        {hint} <Wrong text={fault} />
      </small>
    </div>
  );
}
