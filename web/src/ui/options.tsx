import { plain } from "../format.ts";

/** What a select offers, by name; by id where there is no other name. */
export function Options({ of }: { of: readonly { id: string; name?: string }[] }) {
  return (
    <>
      {of.map(({ id, name = id }) => (
        <option key={id} value={id}>
          {plain(name)}
        </option>
      ))}
    </>
  );
}

/** The same of names that are ids. */
export function Names({ of }: { of: readonly string[] }) {
  return <Options of={of.map((id) => ({ id }))} />;
}
