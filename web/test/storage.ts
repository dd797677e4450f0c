// The tab's storage, which node has not: to be imported before what reads it.
const texts = new Map<string, string>();

Object.assign(globalThis, {
  sessionStorage: {
    getItem: (name: string) => texts.get(name) ?? null,
    setItem: (name: string, text: string) => void texts.set(name, text),
    removeItem: (name: string) => void texts.delete(name),
  },
});
