import { useId } from "preact/hooks";
import type { Environment, Target } from "../api.ts";
import { Names } from "../ui/options.tsx";
import { Wrong } from "../ui/wrong.tsx";
import type { Filling } from "./fields.tsx";
import { reach } from "./words.ts";

const MOST = 20;

/** Where the policy holds: environments, each whole or narrowed to paths. */
export function Targets({ form: { targets }, edit, faults, environments }: Filling) {
  const [first] = environments;
  return (
    <fieldset class="card">
      <legend>Where it holds</legend>
      <ul class="targets">
        {targets.map((target, at) => (
          <Row
            key={at}
            number={at + 1}
            target={target}
            environments={environments}
            wrongEnvironment={faults(`targets[${at}].environment`)}
            wrongPath={faults(`targets[${at}].path`)}
            change={(next) => edit({ targets: targets.with(at, next) })}
            drop={targets.length > 1 ? () => edit({ targets: targets.toSpliced(at, 1) }) : undefined}
          />
        ))}
      </ul>
      <Wrong text={faults("targets")} />
      <p class="hint">
        <code>*</code> stands for one part of a path, <code>**</code> for any number of them. The closest policy counts: one
        for exactly a path before one for a pattern, that before one for the whole environment.
      </p>
      {targets.length < MOST && (
        <div class="row">
          <button
            type="button"
            class="plain"
            onClick={() => edit({ targets: [...targets, { environment: first?.id ?? "", path: "" }] })}
          >
            Add a target
          </button>
        </div>
      )}
    </fieldset>
  );
}

interface Aiming {
  number: number;
  target: Target;
  environments: Environment[];
  wrongEnvironment: string | undefined;
  wrongPath: string | undefined;
  change: (next: Target) => void;
  drop: (() => void) | undefined;
}

function Row({ number, target, environments, wrongEnvironment, wrongPath, change, drop }: Aiming) {
  const hint = useId();
  const known = [...new Set([...environments.map(({ id }) => id), target.environment])];
  const path = target.path.trim() || "/**";
  return (
    <li>
      <label>
        <span>
          Environment<span class="unseen"> of target {number}</span>
        </span>
        <select
          value={target.environment}
          aria-invalid={wrongEnvironment === undefined ? undefined : true}
          onChange={(event) => change({ ...target, environment: event.currentTarget.value })}
        >
          <Names of={known} />
        </select>
      </label>
      <label class="grows">
        <span>
          Path<span class="unseen"> of target {number}</span>
        </span>
        <input
          type="text"
          class="code"
          placeholder="/**"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-invalid={wrongPath === undefined ? undefined : true}
          aria-describedby={hint}
          value={target.path}
          onInput={(event) => change({ ...target, path: event.currentTarget.value })}
        />
      </label>
      {drop && (
        <button type="button" class="link" onClick={drop}>
          Take out<span class="unseen"> target {number}</span>
        </button>
      )}
      <small id={hint}>
        <Wrong text={wrongEnvironment ?? wrongPath} />
        {wrongEnvironment === undefined && wrongPath === undefined && reach(path)}
      </small>
    </li>
  );
}
