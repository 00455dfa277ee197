import { otherNames } from './direct-pages.ts';
import { element, find } from './element.ts';
import { filtersOf } from './filters.ts';
import { LoadError, within } from './load.ts';
import { FIRST_SCREEN } from './first-screen.ts';
import { failure, IDLE, LOADING, summary } from './messages.ts';
import { Names } from './names.ts';
import { directLinks, meantLinks, showCounts, showRecent } from './panels.ts';
import { typedPinyin } from './pinyin-match.ts';
import { isEmptyQuery, parseQuery, queryParameters, type SearchQuery } from './query.ts';
import { recentSearches, rememberSearch } from './recent.ts';
import { resultCard } from './result-card.ts';
import type { Asked, Searcher } from './searcher.ts';
import { searcher } from './running-searcher.ts';
import { attachSuggestions } from './suggest.ts';
import { isSearchKey } from './keys.ts';
import { onPause } from './typing.ts';

/* The search page: keeps its form, its address and its results in sync. */

/** Milliseconds that the results of the first screen wait for the results below them, so that the page grows once. */
const MAX_REST_WAIT_MS = 150;
/** Milliseconds for the first results after which the others are not waited for: the network is slow. */
const SLOW_CARDS_MS = 300;
/** Results added at a time. */
const PAGE_SIZE = 10;
/** Milliseconds after which a search that replaces results says that it is running. */
const SLOW_AFTER_MS = 1000;
/** Milliseconds that a text which is nowhere printed waits for its end: unfinished words are seldom printed. */
const UNFINISHED_WAIT_MS = 900;

const form = find<HTMLFormElement>('[data-search-form]');
const input = find<HTMLInputElement>('input[name=q]', form);
const status = find('[data-search-status]');
const direct = find('[data-search-direct]');
const hint = find('[data-search-hint]');
const recent = find('[data-search-recent]');
const help = find('[data-search-help]');
const list = find('[data-search-results]');
const more = find<HTMLButtonElement>('[data-search-more]');
const { names: namesAddress = '', sounds: soundsAddress = '' } = list.dataset;
const pageTitle = document.title;
const filters = filtersOf(form);
const names = new Names(namesAddress);

/** The current search. A newer search aborts it, so that a slow answer never replaces a newer one. */
let current = new AbortController();
/** The query whose results are on the page, how many it has, and how many of them are there. */
let asked: Asked = { query: parseQuery(new URLSearchParams()) };
let total = 0;
let shown = 0;

const cancelPause = onPause(input, () => go('type'));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  go('submit');
});
form.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement) go('submit');
});
more.addEventListener('click', () => void showMore());
list.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('a') && input.value.trim())
    rememberSearch(input.value.trim());
});
// Who enters the box will search: the program starts before the first key.
input.addEventListener('focus', () => void opened().catch(() => undefined), { once: true });
addEventListener('popstate', () => void run());
addEventListener('online', () => {
  if (list.dataset.searchState === 'error') void run();
});
addEventListener('keydown', onKey);
attachSuggestions(input, {
  id: 'suggestions',
  names: () => names.load().catch(() => []),
  // The list covers the first results.
  most: 4,
  // The results for the text stand below, so Enter is free for the page of the name.
  takesSole: ({ isBegun }, typed) => isBegun && (typedPinyin(typed) !== undefined || [...typed].length > 1),
});
find('[data-search-late]').remove();
void run();

/** Writes the form's state to the address and searches. What is being typed does not become a step of the history. */
function go(reason: 'submit' | 'type'): void {
  cancelPause();
  const entries = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]);
  const query = parseQuery(new URLSearchParams(entries));
  // One character is in most articles, and seldom all that somebody looks for.
  if (reason === 'type' && [...query.text].length === 1) return;
  const parameters = String(queryParameters(query));
  const isSame = parameters === String(queryParameters(parseQuery(new URLSearchParams(location.search))));
  if (reason === 'submit' && query.text) rememberSearch(query.text);
  if (isSame && (reason === 'type' || list.dataset.searchState === 'done')) return;
  const address = parameters === '' ? location.pathname : `?${parameters}`;
  if (reason === 'type' || isSame) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  void run(PAGE_SIZE, reason === 'type');
}

/**
 * Runs the search that the address describes. The results on the page stay until the new ones replace them.
 * @param count number of results to show at first
 * @param isTyping whether the text may be unfinished
 */
async function run(count = PAGE_SIZE, isTyping = false): Promise<void> {
  const query = parseQuery(new URLSearchParams(location.search));
  if (input.value.trim() !== query.text) input.value = query.text;
  filters.show(query);
  document.title = query.text ? `${query.text} - ${pageTitle}` : pageTitle;
  current.abort();
  current = new AbortController();
  const { signal } = current;
  showRecent(recent, isEmptyQuery(query) ? recentSearches() : [], input);
  if (isEmptyQuery(query)) {
    clear();
    setState('idle', 'none', 0, IDLE);
    return;
  }
  const wait = list.childElementCount === 0 ? 0 : SLOW_AFTER_MS;
  list.dataset.searchState = 'loading';
  const slow = setTimeout(() => {
    if (list.dataset.searchState === 'loading') setState('loading', 'none', 0, LOADING);
  }, wait);
  signal.addEventListener('abort', () => clearTimeout(slow));
  try {
    await show({ query, count, isTyping, signal });
  } catch (error) {
    console.error(error);
    if (!signal.aborted) showFailure(error);
  } finally {
    clearTimeout(slow);
  }
}

/**
 * What searches, with the index open; after a failure past the browser's cache.
 * @param text the query that is waiting for it
 */
async function opened(text = '', fresh = list.dataset.searchFailed !== undefined): Promise<Searcher> {
  const running = await searcher();
  await running.open({ fresh, text });
  return running;
}

interface Run {
  query: SearchQuery;
  count: number;
  isTyping: boolean;
  signal: AbortSignal;
}

/** Answers a query; if that fails, once more with the files as they are on the server now. */
async function show(run: Run): Promise<void> {
  void names.soon();
  const { text } = run.query;
  try {
    await showAnswer(run, await opened(text));
  } catch (error) {
    if (run.signal.aborted) return;
    console.warn(error);
    await showAnswer(run, await opened(text, true));
  }
}

async function showAnswer({ query, count, isTyping, signal }: Run, searching: Searcher): Promise<void> {
  if (signal.aborted) return;
  if (isTyping && query.text && !(await searching.isPrinted(query.text))) {
    await new Promise((resolve) => setTimeout(resolve, UNFINISHED_WAIT_MS));
    if (signal.aborted) return;
  }
  let next: Asked = { query };
  let found = await searching.answer(next);
  if (found.mode === 'none' && query.text) {
    next = { query, otherNames: otherNames(found.text, await names.soon()) };
    found = await searching.answer(next);
  }
  // On a slow network the texts of results below it would take half of the first screen's bandwidth.
  const started = performance.now();
  const cards = await cardsOf(searching, next, 0, FIRST_SCREEN);
  const wait = performance.now() - started > SLOW_CARDS_MS ? 0 : MAX_REST_WAIT_MS;
  const rest = cardsOf(searching, next, FIRST_SCREEN, count - FIRST_SCREEN);
  rest.catch(() => undefined);
  const isWhole = found.total <= FIRST_SCREEN || (await within(wait, rest)) !== undefined;
  const pages = await names.soon();
  const isFound = found.mode !== 'none' && found.mode !== 'related';
  // Links and results are added together, so that the layout does not shift.
  const [links, meant] = await Promise.all([
    directLinks(found, pages, (others) => searching.countOthers(next, others)),
    isFound || !found.text ? [] : meantLinks(found.text, pages, soundsAddress),
  ]);
  if (isWhole) cards.push(...(await rest));
  if (signal.aborted) return;
  asked = next;
  ({ total } = found);
  direct.replaceChildren(...links);
  hint.replaceChildren(...meant);
  list.replaceChildren(...cards);
  shown = cards.length;
  more.hidden = !isWhole || shown >= total;
  help.hidden = total > 0;
  delete list.dataset.searchFailed;
  setState(isWhole ? 'done' : 'partial', found.mode, total, summary(query, found));
  showCounts(form, found.counts);
  if (isWhole) return;
  addResults(await rest, signal);
  if (!signal.aborted) list.dataset.searchState = 'done';
}

async function showMore(): Promise<void> {
  const { signal } = current;
  const from = shown;
  try {
    const cards = await cardsOf(await searcher(), asked, from, PAGE_SIZE);
    if (from === shown) addResults(cards, signal);
  } catch (error) {
    console.warn(error);
    if (signal.aborted) return;
    list.dataset.searchFailed = '';
    await run(from + PAGE_SIZE);
  }
}

function addResults(cards: HTMLElement[], signal: AbortSignal): void {
  if (signal.aborted) return;
  list.append(...cards);
  shown += cards.length;
  more.hidden = shown >= total;
}

async function cardsOf(
  searching: Searcher,
  from: Asked,
  start: number,
  count: number,
): Promise<HTMLElement[]> {
  return (await searching.cards(from, start, count)).map(resultCard);
}

function clear(): void {
  list.replaceChildren();
  direct.replaceChildren();
  hint.replaceChildren();
  more.hidden = true;
  help.hidden = false;
}

function showFailure(error: unknown): void {
  clear();
  list.dataset.searchFailed = '';
  setState('error', 'none', 0, failure(error instanceof LoadError ? error.fault : undefined));
  const retry = element('button', { type: 'button' }, '再试一次');
  retry.addEventListener('click', () => void run());
  status.append(' ', retry);
}

function setState(
  state: 'idle' | 'loading' | 'partial' | 'done' | 'error',
  mode: string,
  total: number,
  message: string,
): void {
  list.dataset.searchState = state;
  list.dataset.searchMode = mode;
  list.dataset.searchTotal = String(total);
  status.textContent = message;
}

/** `/` and Ctrl or ⌘ K focus the search box; arrow keys move through the results. */
function onKey(event: KeyboardEvent): void {
  if (isSearchKey(event)) {
    event.preventDefault();
    input.focus();
    input.select();
    return;
  }
  const { key } = event;
  if (event.defaultPrevented || (key !== 'ArrowDown' && key !== 'ArrowUp')) return;
  const links = [...list.querySelectorAll<HTMLElement>('[data-search-result] h2 a')];
  const at = links.indexOf(document.activeElement as HTMLElement);
  if (at < 0 && document.activeElement !== input) return;
  const next = key === 'ArrowDown' ? links[at + 1] : at === 0 ? input : links[at - 1];
  if (!next || (at < 0 && key === 'ArrowUp')) return;
  event.preventDefault();
  next.focus();
}
