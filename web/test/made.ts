// Answers over HTTP.

/** A value that shows how values are shown. */
export const VALUE = "first line\n\ttabbed\u202e\u0000 👩‍💻 end ";

export interface Made {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export function tagged(value: object, known: string | undefined): Made {
  const etag = `"${Buffer.from(JSON.stringify(value)).toString("base64url").length}-${hash(JSON.stringify(value))}"`;
  if (known === etag) return { status: 304, headers: { etag }, body: "" };
  const made = json(200, value);
  return { ...made, headers: { ...made.headers, etag } };
}

function hash(text: string): number {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + character.charCodeAt(0)) | 0;
  return sum;
}

export function stub(status: number, code: string, detail: string) {
  return { type: `urn:countersign:problem:${code}`, title: "Refused", status, code, detail };
}

export function problem(status: number, code: string, detail: string): Made {
  return json(status, stub(status, code, detail));
}

export function json(status: number, value: unknown): Made {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}

export function html(body: string): Made {
  return { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body: `<!doctype html><p>${body}` };
}

export function redirect(to: string): Made {
  return { status: 302, headers: { location: to }, body: "" };
}
