import { useEffect, useState } from "preact/hooks";

const PATIENCE_MS = 300;

/** What was typed, a moment after the last key. */
export function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
