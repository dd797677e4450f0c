import { plain } from "../format.ts";
import type { Setup } from "../api.ts";
import { useReading } from "../ui/reading.ts";
import { rolesOf } from "./addresses.ts";
import { may, ORGANISATION } from "../ui/may.tsx";

const MINUTE_MS = 60_000;

/** While the first admin sets up alone, every page of the settings says so, and how that ends. */
export function Alone() {
  const { value: setup } = useReading<Setup>("/v1/bootstrap", MINUTE_MS);
  if (setup?.alone !== true) return null;
  return (
    <div class="notice wait">
      <p>
        <strong>{plain(setup.firstAdmin.name)} sets up alone</strong> until there is a second admin
        {may("directory:write", ORGANISATION) && (
          <>
            : <a href="/settings/people">let somebody in</a>, then <a href={rolesOf(ORGANISATION)}>give them the role admin</a>
          </>
        )}
        .
      </p>
    </div>
  );
}
