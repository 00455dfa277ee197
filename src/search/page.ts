import { openEngine, type SearchResult, type SearchResults } from './engine.ts';
import { excerptParts } from './excerpt.ts';
import { FILTER_NAMES, isEmptyQuery, parseQuery, queryParameters, type SearchQuery } from './query.ts';

/** The search page: its form, its address and its results are kept in step. */
const PER_LOAD = 10;

const form = find<HTMLFormElement>('[data-search-form]');
const status = find('[data-search-status]');
const list = find('[data-search-results]');
const more = find<HTMLButtonElement>('[data-search-more]');
const { engine: engineAddress = '', root = '/' } = list.dataset;

let engine: ReturnType<typeof openEngine> | undefined;
/** Counts searches, so that a slow answer never replaces a newer one. */
let turn = 0;
let results: SearchResults | undefined;
let shown = 0;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  go();
});
form.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement) go();
});
more.addEventListener('click', () => void showMore(turn));
addEventListener('popstate', () => void search());
void search();

/** Takes the form's state into the address and searches. */
function go(): void {
  const data = new FormData(form);
  const entries = [...data].map(([name, value]): [string, string] => [name, String(value)]);
  const parameters = queryParameters(parseQuery(new URLSearchParams(entries)));
  const address = parameters.size > 0 ? `?${parameters}` : location.pathname;
  history.pushState(null, '', address);
  void search();
}

/** Searches for what the address says. */
async function search(): Promise<void> {
  const query = parseQuery(new URLSearchParams(location.search));
  fillForm(query);
  turn += 1;
  const mine = turn;
  list.replaceChildren();
  more.hidden = true;
  if (isEmptyQuery(query)) {
    setState('idle', 0, '输入检索词，或选择栏目、园区、地区、年份');
    return;
  }
  setState('loading', 0, '正在检索…');
  try {
    engine ??= openEngine(engineAddress, root);
    const found = await (await engine)(query);
    if (mine !== turn) return;
    results = found;
    shown = 0;
    await showMore(mine);
    if (mine === turn) setState('done', found.total, summary(query, found.total));
  } catch {
    engine = undefined;
    if (mine === turn) showFailure();
  }
}

async function showMore(mine: number): Promise<void> {
  if (!results) return;
  const loaded = await results.load(shown, PER_LOAD);
  if (mine !== turn) return;
  list.append(...loaded.map(resultCard));
  shown += loaded.length;
  more.hidden = shown >= results.total;
}

function resultCard({ url, title, excerpt }: SearchResult): HTMLElement {
  const card = document.createElement('article');
  card.className = 'card';
  card.dataset.searchResult = '';
  const heading = document.createElement('h2');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = title;
  heading.append(link);
  const text = document.createElement('p');
  text.className = 'summary';
  text.append(
    ...excerptParts(excerpt).map((part) => {
      if (!part.marked) return part.text;
      const mark = document.createElement('mark');
      mark.textContent = part.text;
      return mark;
    }),
  );
  card.append(heading, text);
  return card;
}

function fillForm({ text, filters, sort }: SearchQuery): void {
  field('q').value = text;
  for (const name of FILTER_NAMES) field(name).value = filters[name] ?? '';
  field('sort').value = sort === 'date' ? 'date' : '';
}

function field(name: string): HTMLInputElement | HTMLSelectElement {
  return find(`[name="${name}"]`, form);
}

function summary({ text }: SearchQuery, total: number): string {
  const about = text ? `“${text}”` : '所选条件';
  return total > 0
    ? `${about}：${total}篇`
    : `没有找到${about}的稿件。可以换个说法、少写几个字，或放宽条件。`;
}

function showFailure(): void {
  setState('error', 0, '检索没有成功，可能是网络断了。');
  const retry = document.createElement('button');
  retry.type = 'button';
  retry.textContent = '再试一次';
  retry.addEventListener('click', () => void search());
  status.append(' ', retry);
}

function setState(state: 'idle' | 'loading' | 'done' | 'error', total: number, message: string): void {
  list.dataset.searchState = state;
  list.dataset.searchTotal = String(total);
  status.textContent = message;
}

function find<T extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): T {
  const element = within.querySelector<T>(selector);
  if (!element) throw new Error(`No ${selector}`);
  return element;
}
