import { PeoplePicker } from "../ui/people-picker.tsx";
import { useDirectory } from "../ui/directory.ts";
import { ProblemNotice } from "../ui/problem.tsx";

interface Choosing {
  label: string;
  /** Their ids. */
  chosen: string[];
  choose: (chosen: string[]) => void;
  wrong: string | undefined;
}

/** Chooses people, where groups have no place. */
export function PeopleField({ label, chosen, choose, wrong }: Choosing) {
  const { directory, problem, refresh } = useDirectory();
  if (directory === undefined) {
    return problem ? <ProblemNotice problem={problem} retry={refresh} /> : <p class="hint">Loading people</p>;
  }
  return (
    <PeoplePicker
      label={label}
      chosen={{ people: chosen, groups: [] }}
      choose={({ people }) => choose(people)}
      directory={{ people: directory.people, groups: [] }}
      wrong={wrong}
    />
  );
}
