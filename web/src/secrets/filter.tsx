import { address, go } from "../router.ts";
import { TextFilter } from "../ui/text-filter.tsx";
import { addressOf, viewOf, type View } from "./view.ts";

/** What narrows the documents of an environment. Every change is another address. */
export function Filter({ view }: { view: View }) {
  // Another field may have taken effect since this was drawn.
  const set = (change: Partial<View>) => {
    const { path, key } = viewOf(address.value.searchParams);
    go(addressOf({ ...view, path, key, cursor: "", ...change }), "replace");
  };
  return (
    <search class="filter">
      <TextFilter
        label="Path begins with"
        hint="/db"
        pattern="[A-Za-z0-9_+=.@\/\-]{1,512}"
        value={view.path}
        set={(path) => set({ path })}
      />
      <TextFilter label="Key begins with" hint="DB_" value={view.key} set={(key) => set({ key })} />
      <a class="aside" href={open(view)}>
        Open requests here
      </a>
    </search>
  );
}

/** The list of what would change something in the environment, also what is not there yet. */
function open({ project, environment }: View): string {
  return `/?${new URLSearchParams({ project, status: "OPEN", environment })}`;
}
