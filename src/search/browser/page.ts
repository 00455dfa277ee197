import type { NamedPage } from '#core/named-page.ts';
import { type Engine, openEngine } from './engine.ts';
import { facetCounts, filtered } from './facets.ts';
import { otherNames } from './direct-pages.ts';
import { directLinks, showCounts, showRecent } from './panels.ts';
import { isEmptyQuery, parseQuery, queryParameters, type SearchQuery } from './query.ts';
import { FILTER_NAMES } from '#core/filter-name.ts';
import { recentSearches, rememberSearch } from './recent.ts';
import { element, resultCard } from './result-card.ts';
import { type Answer, search } from './search.ts';
import { simplify } from './simplify.ts';
import { attachSuggestions } from './suggest.ts';

/** The search page: keeps its form, its address and its results in sync. */

/** Results added at a time. */
const PAGE_SIZE = 10;

const form = find<HTMLFormElement>('[data-search-form]');
const input = find<HTMLInputElement>('input[name=q]', form);
const status = find('[data-search-status]');
const direct = find('[data-search-direct]');
const recent = find('[data-search-recent]');
const list = find('[data-search-results]');
const more = find<HTMLButtonElement>('[data-search-more]');
const { folder = '', root = '/', names: namesAddress = '' } = list.dataset;

let engine: Promise<Engine> | undefined;
let names: Promise<NamedPage[]> | undefined;
/** The current search. A newer search aborts it, so that a slow answer never replaces a newer one. */
let current = new AbortController();
let answer: Answer = { mode: 'none', hits: [], phrases: [] };
/** Number of results on the page. */
let shown = 0;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  go();
});
form.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement) go();
});
more.addEventListener('click', () => void showMore(current.signal));
addEventListener('popstate', () => void run());
addEventListener('keydown', onKey);
attachSuggestions(input, namesOrNone);
void run();

/** Writes the form's state to the address and searches. */
function go(): void {
  const entries = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]);
  const query = parseQuery(new URLSearchParams(entries));
  const parameters = queryParameters(query);
  if (query.text) rememberSearch(query.text);
  history.pushState(null, '', parameters.size > 0 ? `?${parameters}` : location.pathname);
  void run();
}

/** Runs the search that the address describes. */
async function run(): Promise<void> {
  const query = parseQuery(new URLSearchParams(location.search));
  fillForm(query);
  current.abort();
  current = new AbortController();
  const { signal } = current;
  list.replaceChildren();
  direct.replaceChildren();
  more.hidden = true;
  showRecent(recent, isEmptyQuery(query) ? recentSearches() : [], input);
  if (isEmptyQuery(query)) {
    setState('idle', 'none', 0, '输入检索词，或选择栏目、园区、地区、年份、体裁');
    return;
  }
  setState('loading', 'none', 0, '正在检索…');
  try {
    engine ??= openEngine(folder, root);
    const opened = await engine;
    const all = await answerTo(query, opened);
    const hits = filtered(all.hits, query.filters, opened.valuesOf);
    if (signal.aborted) return;
    answer = { ...all, hits: query.sort === 'date' ? hits.toSorted((a, b) => a.row - b.row) : hits };
    shown = 0;
    const pages = await namesOrNone();
    // Links and results are added together, so that the layout does not shift.
    const [links, cards] = await Promise.all([directLinks(query.text, answer, opened, pages), nextCards()]);
    if (signal.aborted) return;
    direct.replaceChildren(...links);
    append(cards);
    setState('done', answer.mode, hits.length, summary(query, hits.length, all));
    showCounts(form, facetCounts(all.hits, query.filters, opened.valuesOf));
  } catch (error) {
    console.error(error);
    engine = undefined;
    if (!signal.aborted) showFailure();
  }
}

async function answerTo(query: SearchQuery, opened: Engine): Promise<Answer> {
  if (!query.text) return { mode: 'phrase', hits: await opened.all(), phrases: [] };
  const pages = await namesOrNone();
  return search(query.text, { engine: opened, simplify, otherNames: (text) => otherNames(text, pages) });
}

/** The names, or none if they cannot be loaded: then only suggestions and direct links are missing. */
async function namesOrNone(): Promise<NamedPage[]> {
  try {
    return await loadNames();
  } catch (error) {
    console.error(error);
    return [];
  }
}

function loadNames(): Promise<NamedPage[]> {
  names ??= fetch(namesAddress).then((response) => response.json());
  names.catch(() => {
    names = undefined;
  });
  return names;
}

async function showMore(signal: AbortSignal): Promise<void> {
  const from = shown;
  const cards = await nextCards();
  if (!signal.aborted && from === shown) append(cards);
}

async function nextCards(): Promise<HTMLElement[]> {
  const documents = await Promise.all(answer.hits.slice(shown, shown + PAGE_SIZE).map((hit) => hit.load()));
  return documents.map((document) => resultCard(document, answer));
}

function append(cards: HTMLElement[]): void {
  list.append(...cards);
  shown += cards.length;
  more.hidden = shown >= answer.hits.length;
}

function fillForm({ text, filters, sort }: SearchQuery): void {
  input.value = text;
  for (const name of FILTER_NAMES)
    find<HTMLSelectElement>(`select[name=${name}]`, form).value = filters[name] ?? '';
  find<HTMLSelectElement>('select[name=sort]', form).value = sort === 'date' ? 'date' : '';
}

function summary({ text, filters }: SearchQuery, total: number, { mode, hits }: Answer): string {
  const about = text ? `“${text}”` : '所选条件';
  if (mode === 'related') return `没有印着${about}的稿件。下面是相关的${total}篇：`;
  if (total > 0) return `${label(mode, about)}${total}篇`;
  if (!text) return '没有稿件符合所选条件。';
  if (hits.length > 0 && Object.keys(filters).length > 0)
    return `所选条件下没有${about}，去掉条件有${hits.length}篇。`;
  return `没有找到${about}。可以少写几个字，换个说法，或从栏目、园区、地区里找。`;
}

function label(mode: string, about: string): string {
  if (mode === 'punct') return `${about}（不计标点）：`;
  if (mode === 't2s') return `${about}（繁体已转为简体）：`;
  if (mode === 'terms') return `同时有${about}各词：`;
  return `${about}：`;
}

function showFailure(): void {
  setState('error', 'none', 0, '检索没有成功，可能是网络断了。');
  const retry = element('button', { type: 'button' }, '再试一次');
  retry.addEventListener('click', () => void run());
  status.append(' ', retry);
}

function setState(
  state: 'idle' | 'loading' | 'done' | 'error',
  mode: string,
  total: number,
  message: string,
): void {
  list.dataset.searchState = state;
  list.dataset.searchMode = mode;
  list.dataset.searchTotal = String(total);
  status.textContent = message;
}

/** `/` focuses the search box; arrow keys move through the results. */
function onKey(event: KeyboardEvent): void {
  const { target, key } = event;
  const typing = target instanceof HTMLElement && target.matches('input, select, textarea');
  if (key === '/' && !typing) {
    event.preventDefault();
    input.focus();
  }
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
  const links = [...list.querySelectorAll<HTMLElement>('[data-search-result] h2 a')];
  const at = links.indexOf(document.activeElement as HTMLElement);
  if (at < 0 && document.activeElement !== input) return;
  const next = key === 'ArrowDown' ? links[at + 1] : at === 0 ? input : links[at - 1];
  if (!next || (at < 0 && key === 'ArrowUp')) return;
  event.preventDefault();
  next.focus();
}

function find<T extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): T {
  const found = within.querySelector<T>(selector);
  if (!found) throw new Error(`No ${selector}`);
  return found;
}
