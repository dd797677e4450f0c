// How times are told on every page of this browser.
import { signal } from "@preact/signals";
import { local, relative, utc } from "../format.ts";

const PLACE = "countersign.times";

const WAYS = { AGO: "as “2 hours ago”", LOCAL: "in local time", UTC: "in UTC" };
type Way = keyof typeof WAYS;

const now = signal(new Date());
setInterval(() => (now.value = new Date()), 30_000);

const way = signal<Way>(kept());

function kept(): Way {
  const text = localStorage.getItem(PLACE);
  return text === "LOCAL" || text === "UTC" ? text : "AGO";
}

function choose(next: Way): void {
  way.value = next;
  if (next === "AGO") localStorage.removeItem(PLACE);
  else localStorage.setItem(PLACE, next);
}

/** A moment as this browser is to tell it. */
export function told(at: Date): string {
  return way.value === "AGO" ? relative(at, now.value) : way.value === "UTC" ? utc(at) : local(at);
}

/** At the foot of every page. */
export function Clock() {
  return (
    <footer class="foot">
      <label>
        Times{" "}
        <select value={way.value} onChange={(event) => choose(event.currentTarget.value as Way)}>
          {Object.entries(WAYS).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
    </footer>
  );
}
