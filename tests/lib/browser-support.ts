import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { oldestBrowsers } from '../../src/engine/oldest-browsers.ts';

/** A statement of MDN's browser compatibility data about one browser. */
interface Statement {
  version_added: string | boolean | null;
  prefix?: string;
  alternative_name?: string;
  flags?: unknown[];
  partial_implementation?: boolean;
}

interface Compat {
  __compat?: { support: Record<string, Statement | Statement[] | undefined> };
  [name: string]: unknown;
}

type Data = Record<'api' | 'css' | 'javascript', Compat>;

/** MDN's data, read once: 20 MB of JSON. */
const DATA = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@mdn/browser-compat-data'), 'utf8'),
) as Data;

/** MDN's names of the browsers that `package.json` names. */
const NAMES: Record<string, string> = {
  chrome: 'chrome',
  edge: 'edge',
  firefox: 'firefox',
  safari: 'safari',
  ios_saf: 'safari_ios',
};

const OLDEST = oldestBrowsers().map(({ name, version }) => {
  const known = NAMES[name];
  if (known === undefined) throw new Error(`package.json names a browser that MDN does not know: ${name}`);
  return { name: known, version };
});

/** The entry of a feature, `css.properties.inset`; undefined if MDN has none. */
export function entryOf(...keys: string[]): Compat | undefined {
  let at: unknown = DATA;
  for (const key of keys) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at as Compat;
}

/** The supported browsers that lack a feature, `firefox 79`; none if MDN has no entry for it. */
export function lackedBy(entry: Compat | undefined): string[] {
  const support = entry?.__compat?.support;
  if (!support) return [];
  return OLDEST.filter(({ name, version }) => {
    const statements = [support[name] ?? []].flat();
    return !statements.some((each) => isSupported(each, version));
  }).map(({ name, version }) => `${name} ${version}`);
}

function isSupported({ version_added: added, prefix, alternative_name, flags }: Statement, version: number) {
  if (prefix !== undefined || alternative_name !== undefined || flags !== undefined) return false;
  return (
    added === true || (typeof added === 'string' && Number.parseFloat(added.replace('≤', '')) <= version)
  );
}
