import type { NamedPage } from '#core/named-page.ts';
import { suggestions } from './direct-pages.ts';
import { element } from './element.ts';
import { homophones, type Sounds } from './homophones.ts';
import { loadJson, within } from './load.ts';
import { OPTIONAL_WAIT } from './names.ts';
import { typedPinyin } from './pinyin-match.ts';
import { searchLink } from './panels.ts';

const MAX_NAMES = 3;

/**
 * For a query that nothing was found for: the names that sound like it, or that its letters begin.
 * @param soundsAddress the file with the sounds of characters, which is loaded only if it is needed
 */
export async function didYouMean(
  text: string,
  pages: NamedPage[],
  soundsAddress: string,
): Promise<HTMLElement[]> {
  if (pages.length === 0) return [];
  const links =
    typedPinyin(text) === undefined
      ? await namesAlike(text, pages, soundsAddress)
      : suggestions(text, pages, MAX_NAMES)
          .filter(({ isBegun }) => isBegun)
          .map(({ page: { name, url } }) => element('a', { href: url }, name));
  return links.length > 0 ? [element('span', {}, '你是不是找'), ...links] : [];
}

let sounds: Promise<Sounds> | undefined;

async function namesAlike(text: string, pages: NamedPage[], address: string): Promise<HTMLElement[]> {
  if (!/\p{Script=Han}/u.test(text)) return [];
  sounds ??= loadJson<Sounds>(address, { cache: 'no-cache' });
  sounds.catch(() => {
    sounds = undefined;
  });
  const table = await within(OPTIONAL_WAIT, sounds);
  const found = table ? homophones(text, pages, table) : [];
  return found.map(({ text: name, url }) =>
    url ? element('a', { href: url }, name) : searchLink(name, name),
  );
}
