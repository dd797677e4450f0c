import type { Binding } from "../api.ts";
import { plain } from "../format.ts";
import { go } from "../router.ts";
import { announce } from "../ui/announce.tsx";
import type { Reading } from "../ui/reading.ts";
import { Removal } from "../ui/removal.tsx";
import type { Seen } from "../ui/thing.ts";
import { rolesOf } from "./addresses.ts";
import { whereOf } from "./holders.ts";

interface Taking {
  project: string;
  /** As it was when the dialog was opened. */
  seen: Seen<Binding>;
  name: string;
  /** As it is now. */
  present: Reading<Binding>;
  gone: () => void;
  onClose: () => void;
}

/** Takes the role away from whoever has it. What is taken is what was seen. */
export function TakeAway({ project, seen: { value: binding, tag }, name, present, gone, onClose }: Taking) {
  const where = whereOf(binding, project);
  return (
    <Removal
      title={`Take ${binding.role} from ${name}`}
      project={project}
      words="Take it away"
      path={`/v1/projects/${project}/bindings/${binding.id}`}
      seen={tag}
      present={present.tag}
      look={present.refresh}
      done={() => {
        gone();
        go(rolesOf(project));
        announce(`${name} no longer has the role ${binding.role} in ${where}.`);
      }}
      onClose={onClose}
    >
      <p>
        {name} no longer has the role {binding.role} in {plain(where)} then. What other roles give stays.
      </p>
    </Removal>
  );
}
