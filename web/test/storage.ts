// The browser's storages, which node has not: to be imported before what reads them.

function storage() {
  const texts = new Map<string, string>();
  return {
    getItem: (name: string) => texts.get(name) ?? null,
    setItem: (name: string, text: string) => void texts.set(name, text),
    removeItem: (name: string) => void texts.delete(name),
  };
}

Object.assign(globalThis, { sessionStorage: storage(), localStorage: storage() });
