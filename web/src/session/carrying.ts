// The way of texts with secret values through a sign-in. They lie in the tab's storage encrypted, and are gone with the
// tab; the key lies in the browser's database, where no script can read it out, and is of use to nothing else.

const PLACE = "countersign.sealed";
const DATABASE = "countersign";
const KEYS = "keys";
/** Of a sign-in that never came back the key is left: after so long it is swept. */
const LONGEST_MS = 3_600_000;
const CIPHER = "AES-GCM";

interface Kept {
  key: CryptoKey;
  /** Milliseconds since 1970. */
  at: number;
}

interface Carried {
  id: string;
  iv: number[];
  text: string;
}

/** Where it cannot be done safely, nothing is carried. */
export async function carry(texts: [string, string][]): Promise<void> {
  try {
    const key = await crypto.subtle.generateKey({ name: CIPHER, length: 256 }, false, ["encrypt", "decrypt"]);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(texts));
    const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: CIPHER, iv }, key, plain));
    const id = crypto.randomUUID();
    await inKeys("readwrite", (keys) => keys.put({ key, at: Date.now() } satisfies Kept, id));
    const carried: Carried = { id, iv: [...iv], text: binary(sealed) };
    sessionStorage.setItem(PLACE, JSON.stringify(carried));
  } catch {
    sessionStorage.removeItem(PLACE);
  }
}

/** What was carried, once: it and its key are gone afterwards. */
export async function taken(): Promise<[string, string][]> {
  const text = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  if (text === null) return [];
  try {
    const { id, iv, text: sealed } = JSON.parse(text) as Carried;
    const kept = await inKeys<Kept | undefined>("readonly", (keys) => keys.get(id));
    await inKeys("readwrite", (keys) => keys.delete(id));
    await sweep();
    if (kept === undefined) return [];
    const plain = await crypto.subtle.decrypt({ name: CIPHER, iv: Uint8Array.from(iv) }, kept.key, bytes(sealed));
    return JSON.parse(new TextDecoder().decode(plain)) as [string, string][];
  } catch {
    return [];
  }
}

async function sweep(): Promise<void> {
  const ids = await inKeys<IDBValidKey[]>("readonly", (keys) => keys.getAllKeys());
  for (const id of ids) {
    const kept = await inKeys<Kept | undefined>("readonly", (keys) => keys.get(id));
    if (kept !== undefined && kept.at < Date.now() - LONGEST_MS) await inKeys("readwrite", (keys) => keys.delete(id));
  }
}

async function inKeys<T = unknown>(mode: IDBTransactionMode, act: (keys: IDBObjectStore) => IDBRequest): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(KEYS);
  const database = (await done(opening)) as IDBDatabase;
  try {
    return (await done(act(database.transaction(KEYS, mode).objectStore(KEYS)))) as T;
  } finally {
    database.close();
  }
}

function done(request: IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function binary(from: Uint8Array): string {
  let text = "";
  for (const byte of from) text += String.fromCharCode(byte);
  return btoa(text);
}

function bytes(from: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(from), (character) => character.charCodeAt(0));
}
