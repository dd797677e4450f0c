// Whether people could fill all the seats that are asked for, nobody two of them.

export interface Seats {
  needed: number;
  /** Ids of who may take one. */
  people: string[];
}

/** How many seats stay empty when everybody named approves: a maximum matching, seat by seat. */
export function missing(requirements: Seats[]): number {
  const holders = new Map<string, number>();
  const seats = requirements.flatMap(({ needed }, at) => Array.from({ length: needed }, () => at));
  let empty = 0;
  seats.forEach((_, seat) => {
    if (!seated(seat, new Set())) empty++;
  });
  return empty;

  function seated(seat: number, tried: Set<string>): boolean {
    for (const person of requirements[seats[seat] ?? 0]?.people ?? []) {
      if (tried.has(person)) continue;
      tried.add(person);
      const other = holders.get(person);
      if (other === undefined || seated(other, tried)) {
        holders.set(person, seat);
        return true;
      }
    }
    return false;
  }
}
