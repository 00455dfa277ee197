import type { NamedPage } from '#core/named-page.ts';
import { suggestions } from './direct-pages.ts';
import { element } from './element.ts';
import { homophones, type Sounds } from './homophones.ts';
import { LoadError, loadJson, within } from './load.ts';
import { MAX_OPTIONAL_WAIT_MS } from './names.ts';
import { nearNames, soundingNames } from './near-names.ts';
import { typedPinyin } from './pinyin-match.ts';
import { searchLink } from './search-link.ts';

/** Maximum number of names offered. */
const MAX_NAMES = 3;

/**
 * For a query that nothing was found for: the names that sound like it, that its letters begin or may mean, or that
 * are nearly the same.
 * @param soundsAddress the file with the sounds of characters, which is loaded only if it is needed
 */
export async function didYouMean(
  text: string,
  pages: NamedPage[],
  soundsAddress: string,
): Promise<HTMLElement[]> {
  const letters = typedPinyin(text);
  const begun = suggestions(text, pages, MAX_NAMES).flatMap(({ page, isBegun }) => (isBegun ? [page] : []));
  const links =
    letters === undefined
      ? [
          ...(await namesAlike(text, pages, soundsAddress)),
          ...begun.map(linkTo),
          ...nearNames(text, pages).map(linkTo),
        ]
      : begun.length > 0
        ? begun.map(linkTo)
        : soundingNames(letters, pages, (await loadSounds(soundsAddress)) ?? {}).map(linkTo);
  // An alias and the name that it stands for lead to one page.
  const byAddress = new Map([...links].reverse().map((link) => [link.href, link]));
  const shown = links.filter((link) => byAddress.get(link.href) === link).slice(0, MAX_NAMES);
  return shown.length > 0 ? [element('span', {}, '你是不是找'), ...shown] : [];
}

function linkTo({ name, url }: NamedPage): HTMLAnchorElement {
  return element('a', { href: url }, name);
}

let sounds: Promise<Sounds> | undefined;

async function namesAlike(text: string, pages: NamedPage[], address: string): Promise<HTMLAnchorElement[]> {
  if (!/\p{Script=Han}/u.test(text)) return [];
  const table = await loadSounds(address);
  const found = table ? homophones(text, pages, table) : [];
  return found.map(({ text: name, url }) =>
    url ? element('a', { href: url }, name) : searchLink(name, name),
  );
}

function loadSounds(address: string): Promise<Sounds | undefined> {
  sounds ??= loadJson<Sounds>(address, { cache: 'no-cache' }).then((table) => {
    // A service may answer with JSON of its own.
    if (!Object.values(table ?? [0]).every((characters) => typeof characters === 'string'))
      throw new LoadError('damaged', address);
    return table;
  });
  sounds.catch(() => {
    sounds = undefined;
  });
  return within(MAX_OPTIONAL_WAIT_MS, sounds);
}
