/** What is wrong with a field, at the field. */
export function Wrong({ id, text }: { id?: string; text: string | undefined }) {
  return text === undefined ? null : (
    <small id={id} class="wrong">
      {text}
    </small>
  );
}
