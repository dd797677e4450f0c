// Who may change what: what is not offered says which permission it needs.
import type { Permission } from "../api.ts";
import { me, project } from "../session/me.ts";

/** The place of what holds in all projects. */
export const ORGANISATION = "*";

const OF_ADMINS: readonly Permission[] = ["directory:write", "policies:write"];

/** Whether whoever is signed in may do this in the whole project, or in the whole organisation. */
export function may(permission: Permission, place: string): boolean {
  if (place !== ORGANISATION) return project(place)?.permissions.includes(permission) === true;
  return OF_ADMINS.includes(permission) && me.value?.organisationAdmin === true;
}

/** Said to those who may only look. */
export function Lacking({ to, permission, place }: { to: string; permission: Permission; place: string }) {
  if (may(permission, place)) return null;
  const where = place === ORGANISATION ? "in the whole organisation" : "in the whole project";
  return (
    <p class="hint">
      You can look. To {to} you need <code>{permission}</code> {where};{" "}
      {place === ORGANISATION ? (
        "an admin of the organisation can give it to you."
      ) : (
        <>
          <a href={`/settings/roles/${place}`}>who may give roles there</a> can give it to you.
        </>
      )}
    </p>
  );
}
