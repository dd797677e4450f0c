import type { Destination, Page } from "../api.ts";
import type { Written } from "../documents/written.ts";
import { plain } from "../format.ts";
import { useReading } from "../ui/reading.ts";
import { PARAMETER_BYTES, unheld } from "./unheld.ts";

const FRESH_MS = 60_000;

/** Said before it is sent: the secret can hold what a destination of it cannot. */
export function TooLarge({ project, written }: { project: string; written: readonly Written[] }) {
  const { value } = useReading<Page<Destination>>(`/v1/projects/${project}/destinations`, FRESH_MS);
  const found = unheld(written, value?.items ?? []);
  if (found.length === 0) return null;
  return (
    <section class="notice wait" aria-label="Too large for a destination">
      {found.map(({ path, key, bytes, destination }) => (
        <p key={path + key + destination}>
          <code>{plain(key)}</code> of <code>{plain(path)}</code> has {bytes.toLocaleString("en")} bytes, and a parameter of the
          destination {plain(destination)} holds {PARAMETER_BYTES.toLocaleString("en")}. The secret will hold it, the destination will
          not.
        </p>
      ))}
    </section>
  );
}
