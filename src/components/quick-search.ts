import { isSearchKey } from '../search/browser/keys.ts';

/** Opens the quick search by key or by the link in the header; its code is loaded on first use. */
const link = document.querySelector<HTMLAnchorElement>('.search-link');
const box = document.querySelector<HTMLInputElement>('#site-search');

function open(event: Event): void {
  // Safari before 15.4 does not support dialogs: there the link opens the search page.
  if (!link || !('HTMLDialogElement' in window)) return;
  event.preventDefault();
  import('../search/browser/quick-search.ts').then(
    ({ openQuickSearch }) => openQuickSearch(link.href, link.dataset.names ?? '', box?.placeholder ?? ''),
    // After a release the script has another name, so the import fails: open the search page instead.
    () => location.assign(link.href),
  );
}

addEventListener('keydown', (event) => {
  if (isSearchKey(event)) open(event);
});
link?.addEventListener('click', (event) => {
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event);
});
