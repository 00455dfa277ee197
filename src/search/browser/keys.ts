/** Whether a key stroke belongs to a field in which the reader types. */
function isTyping({ target, isComposing }: KeyboardEvent): boolean {
  if (isComposing) return true;
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, select, textarea');
}

/** Whether a key stroke asks for the search: `/`, Ctrl+K or ⌘K. Both need a page that does not type. */
export function isSearchKey(event: KeyboardEvent): boolean {
  if (isTyping(event) || event.altKey) return false;
  const { key, ctrlKey, metaKey, shiftKey } = event;
  if (key.toLowerCase() === 'k') return ctrlKey !== metaKey && !shiftKey;
  return key === '/' && !ctrlKey && !metaKey;
}
