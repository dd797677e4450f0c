import type { WrittenPolicy } from "../api.ts";
import type { Directory } from "../ui/directory.ts";
import { difference } from "./words.ts";

interface Moving {
  read: WrittenPolicy;
  now: WrittenPolicy;
  /** Whether it holds by now what is in the form. */
  mine: boolean;
  directory: Directory;
  goOn: () => void;
}

/** Somebody wrote the policy while somebody else was writing it. */
export function Moved({ read, now, mine, directory, goOn }: Moving) {
  return (
    <div role="alert" class="notice wait overtaken">
      <p>
        <strong>The policy was changed while you were writing.</strong> Nothing of yours was saved over version {now.version}.
      </p>
      <ul>
        {difference(read, now, directory).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        {mine
          ? "It says what you wrote already."
          : "Go on from it: what you typed stays, and what only the others changed is taken over."}
      </p>
      <button type="button" class="plain" onClick={goOn}>
        Go on from version {now.version}
      </button>
    </div>
  );
}
