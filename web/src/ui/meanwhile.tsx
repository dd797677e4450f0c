import { plain } from "../format.ts";

/** What a person compares: the name of each part, and how it reads. */
export type Parts<T> = Record<string, (of: T) => string>;

/** Somebody else saved it while it was edited here: what they changed. What was typed stays. */
export function Meanwhile<T>({ before, now, parts }: { before: T | undefined; now: T | undefined; parts: Parts<T> }) {
  if (before === undefined || now === undefined) return null;
  const changed = Object.entries(parts).filter(([, read]) => read(before) !== read(now));
  return (
    <div role="alert" class="notice wait">
      <p>
        <strong>It was changed meanwhile.</strong> Nothing of yours was saved, and what you typed is kept. Save again to put
        it on top of what is there now.
      </p>
      <ul>
        {changed.map(([name, read]) => (
          <li key={name}>
            {name}: was {said(read(before))}, is now {said(read(now))}
          </li>
        ))}
      </ul>
    </div>
  );
}

function said(text: string): string {
  return text === "" ? "nothing" : `“${plain(text)}”`;
}
