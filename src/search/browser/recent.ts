/** Recent searches, stored only in this browser. */
const KEY = 'searches';
/** Maximum number of searches that are remembered. */
const MAX_SEARCHES = 8;

export function recentSearches(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored)
      ? stored.filter((text) => typeof text === 'string').slice(0, MAX_SEARCHES)
      : [];
  } catch {
    // Storage may be disabled, or contain data that is not valid JSON.
    return [];
  }
}

export function rememberSearch(text: string): void {
  store([text, ...recentSearches().filter((other) => other !== text)].slice(0, MAX_SEARCHES));
}

export function forgetSearches(): void {
  store([]);
}

function store(searches: string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(searches));
  } catch {
    // Storage may be disabled.
  }
}
