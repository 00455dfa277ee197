import { ADDED_PICTURES, pictureMark } from './form-file.ts';

/** Inserts a placeholder into the body, below the cursor's line, when a picture is added; saving replaces it. */
export function markPictures(): void {
  document.addEventListener(
    'click',
    ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      const list = button?.closest(`[data-key-path="${ADDED_PICTURES}"]`);
      const body = document.querySelector<HTMLTextAreaElement>('[data-key-path="body"] textarea');
      // The label has bidirectional control characters around the name.
      const label = button?.textContent.replaceAll(/[\s\u2068\u2069]/gu, '') ?? '';
      if (!list || !body || !label.endsWith('添加插图')) return;
      const { at, text } = markAt(
        body.value,
        body.selectionEnd,
        list.querySelectorAll('.item-wrapper').length,
      );
      body.setRangeText(text, at, at, 'end');
      body.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    true,
  );
}

/**
 * @param cursor offset of the cursor in the body
 * @param added number of pictures added so far
 * @returns the text to insert and its offset, so that the mark is a separate paragraph and splits no line
 */
export function markAt(body: string, cursor: number, added: number): { at: number; text: string } {
  const lineEnd = body.indexOf('\n', cursor);
  const at = lineEnd === -1 ? body.length : lineEnd;
  const before = body.slice(0, at).trim() === '' ? '' : '\n\n';
  const after = /^\n(?:\n|$)/u.test(body.slice(at)) || at === body.length ? '' : '\n';
  return { at, text: `${before}${pictureMark(added)}${after}` };
}
