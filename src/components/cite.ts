import { DAY_OF_ACCESS } from '#core/citation.ts';

/** Fills in today's date in the citation, and lets the buttons copy the text before them. */
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map((part) => String(part).padStart(2, '0'))
  .join('-');
const citation = document.querySelector('[data-citation]');
if (citation) citation.textContent = citation.textContent.replace(`[${DAY_OF_ACCESS}]`, `[${today}]`);

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const label = button.textContent;
  button.addEventListener('click', async () => {
    const text = button.previousElementSibling;
    if (!text) return;
    button.textContent = (await copied(text)) ? '已复制' : '请按住文字复制';
    setTimeout(() => {
      button.textContent = label;
    }, 2000);
  });
}

/**
 * Copies an element's text. Without access to the clipboard (no HTTPS, no permission), selects it and copies the
 * selection.
 */
async function copied(element: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    getSelection()?.selectAllChildren(element);
    return document.execCommand('copy');
  }
}
