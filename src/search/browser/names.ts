import type { NamedPage } from '#core/named-page.ts';
import { LoadError, loadJson, within } from './load.ts';

/** Milliseconds that results wait for an optional file: a suggestion is not worth a longer wait. */
export const MAX_OPTIONAL_WAIT_MS = 1500;

/** The names that the search suggests. They are optional: without them only suggestions and direct links are missing. */
export class Names {
  // Declared only: fields are translated for old browsers, by more code than the class has.
  declare private readonly address: string;
  declare private loading: Promise<NamedPage[]> | undefined;
  declare private loadedSoon: Promise<NamedPage[] | undefined> | undefined;
  declare private loaded: NamedPage[] | undefined;

  constructor(address: string) {
    this.address = address;
  }

  /** @throws LoadError if they cannot be loaded; the next call tries again */
  async load(): Promise<NamedPage[]> {
    this.loading ??= loadJson<NamedPage[]>(this.address, { cache: 'no-cache' });
    try {
      const names = await this.loading;
      // A service may answer with JSON of its own.
      if (!Array.isArray(names)) throw new LoadError('damaged', this.address);
      this.loaded = names;
      return names;
    } catch (error) {
      this.loading = undefined;
      throw error;
    }
  }

  /** The names if they come soon after they were first asked for, otherwise none. */
  async soon(): Promise<NamedPage[]> {
    if (this.loaded) return this.loaded;
    this.loadedSoon ??= within(MAX_OPTIONAL_WAIT_MS, this.load());
    return (await this.loadedSoon) ?? this.loaded ?? [];
  }
}
