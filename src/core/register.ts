import { nearestNames } from './text/nearest.ts';

interface Named {
  id: string;
  name: string;
  shortName?: string;
  aliases: string[];
}

export type Lookup = { id: string } | { ambiguous: string[] } | { near: string[] };

/** Finds the id for a typed name. */
export interface NameFinder {
  find(typed: string): Lookup;
  /** Names of all entries, without aliases. */
  names(): string[];
}

/** Resolves the Chinese names and aliases of one register to ids. */
export class Register<T extends Named> implements NameFinder {
  readonly #byId: Map<string, T>;
  readonly #byName = new Map<string, Set<string>>();

  constructor(entries: readonly T[]) {
    this.#byId = new Map(entries.map((entry) => [entry.id, entry]));
    for (const entry of entries) {
      for (const name of namesOf(entry)) {
        const ids = this.#byName.get(name) ?? new Set();
        this.#byName.set(name, ids.add(entry.id));
      }
    }
  }

  get(id: string): T | undefined {
    return this.#byId.get(id);
  }

  /**
   * @param typed the name as an editor wrote it
   * @returns the id, unique names of all entries with this name, or similar names
   */
  find(typed: string): Lookup {
    const name = typed.trim();
    const ids = [...(this.#byName.get(name) ?? [])];
    const [id] = ids;
    if (id && ids.length === 1) return { id };
    if (ids.length > 1) return { ambiguous: ids.map((each) => this.#unique(each, name)) };
    return { near: nearestNames(name, this.#byName.keys()) };
  }

  names(): string[] {
    return [...this.#byId.values()].map(({ name }) => name);
  }

  /** A name of the entry that no other entry has. */
  #unique(id: string, except: string): string {
    const entry = this.#byId.get(id);
    const own = entry ? namesOf(entry) : [];
    return own.find((name) => name !== except && this.#byName.get(name)?.size === 1) ?? id;
  }
}

function namesOf(entry: Named): string[] {
  return [entry.name, ...(entry.shortName ? [entry.shortName] : []), ...entry.aliases];
}
