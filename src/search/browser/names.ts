import type { NamedPage } from '#core/named-page.ts';
import { loadJson, within } from './load.ts';

/** Milliseconds that results wait for an optional file. */
export const OPTIONAL_WAIT = 1500;

/** The names that the search suggests. They are optional: without them only suggestions and direct links are missing. */
export class Names {
  readonly #address: string;
  #loading: Promise<NamedPage[]> | undefined;
  #soon: Promise<NamedPage[] | undefined> | undefined;
  #loaded: NamedPage[] | undefined;

  constructor(address: string) {
    this.#address = address;
  }

  /** @throws LoadError if they cannot be loaded; the next call tries again */
  async load(): Promise<NamedPage[]> {
    this.#loading ??= loadJson<NamedPage[]>(this.#address, { cache: 'no-cache' });
    try {
      this.#loaded = await this.#loading;
      return this.#loaded;
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
  }

  /** The names if they come soon after they were first asked for, otherwise none. */
  async soon(): Promise<NamedPage[]> {
    if (this.#loaded) return this.#loaded;
    this.#soon ??= within(OPTIONAL_WAIT, this.load());
    return (await this.#soon) ?? this.#loaded ?? [];
  }
}
