import { useEffect } from "preact/hooks";
import type { WrittenPolicy } from "../api.ts";
import { plain } from "../format.ts";
import { homeOf } from "./home.ts";
import { written } from "./written.ts";

/** What a write did to the other policies and they to it, in the API's words, until somebody has read it. */
export function Aftermath({ project, done }: { project: string; done: WrittenPolicy }) {
  const { lowers = [], releases = [], warnings = [], name } = done;
  // Whoever goes on has seen it; what was written since is for where they go.
  useEffect(() => {
    return () => {
      if (written.value === done) written.value = undefined;
    };
  }, [done]);
  if (lowers.length + releases.length + warnings.length === 0) return null;
  return (
    <section class="notice wait aftermath" aria-labelledby="aftermath">
      <h2 id="aftermath">What follows from it</h2>
      {lowers.length > 0 && (
        <>
          <p>“{plain(name)}” asks for less than before:</p>
          <ul>
            {lowers.map(({ message }) => (
              <li key={message}>{plain(message)}</li>
            ))}
          </ul>
        </>
      )}
      {releases.length + warnings.length > 0 && (
        <ul>
          {releases.map(({ message }) => (
            <li key={message}>{plain(message)}</li>
          ))}
          {warnings.map(({ message, policy }) => (
            <li key={message}>
              {plain(message)} <a href={`${homeOf(project)}/${policy.id}`}>Look at it</a>
              <span class="unseen">: {plain(policy.name)}</span>
            </li>
          ))}
        </ul>
      )}
      <button type="button" class="plain" onClick={() => (written.value = undefined)}>
        I have read it
      </button>
    </section>
  );
}
