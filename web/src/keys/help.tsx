import { Dialog } from "../ui/dialog.tsx";
import { helpOpen, keysOn, switchKeys } from "./keys.ts";

const WORDS: [string[], string][] = [
  [["j", "k"], "Next and previous request of a list, or key of a request"],
  [["Enter"], "Opens the request"],
  [["v"], "Shows the value of the key, or hides it again"],
  [["a"], "Approve: opens the dialog that says what is signed"],
  [["r"], "Reject: opens its dialog"],
  [["c"], "Write a comment"],
  [["?"], "This list"],
];

/** Which keys do what, and the way to switch them off. */
export function KeyHelp() {
  if (!helpOpen.value) return null;
  const close = () => (helpOpen.value = false);
  return (
    <Dialog title="Keyboard shortcuts" onClose={close}>
      <dl class="keys">
        {WORDS.map(([keys, words]) => (
          <div key={words}>
            <dt>
              {keys.map((each) => (
                <kbd key={each}>{each}</kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <label class="tick">
        <input
          type="checkbox"
          checked={keysOn.value}
          onChange={(event) => switchKeys(event.currentTarget.checked)}
        />
        Single keys do this in this browser
      </label>
      <footer>
        <button type="button" class="plain" onClick={close}>
          Close
        </button>
      </footer>
    </Dialog>
  );
}
