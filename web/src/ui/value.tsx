import { pieces } from "../format.ts";

/** A value that somebody revealed: text only, with every character that would be obeyed or unseen written out. */
export function Value({ name, text }: { name: string; text: string }) {
  if (text === "") return <p class="empty">the empty string</p>;
  return (
    <pre class="value" dir="ltr" tabIndex={0} role="region" aria-label={name}>
      {pieces(text).map((piece, at) =>
        piece.hidden ? (
          <mark key={at} class="hidden-character">
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </pre>
  );
}
