// What changed, said once to everybody: seen at the edge of the page, spoken by screen readers.
import { signal } from "@preact/signals";

const said = signal("");
let timer: ReturnType<typeof setTimeout> | undefined;

export function announce(text: string): void {
  said.value = text;
  clearTimeout(timer);
  timer = setTimeout(() => (said.value = ""), 8_000);
}

export function Announcements() {
  return (
    <div role="status" class="announcements">
      {said.value === "" ? null : <p>{said.value}</p>}
    </div>
  );
}
