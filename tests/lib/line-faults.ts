import type { Page } from 'playwright-core';

/**
 * Errors of line breaking on the page in the browser, for visible elements.
 * @param titles elements whose lines break only between words and never leave one character alone
 * @param texts elements whose lines only must not begin with `· — ～ ×`
 */
export function lineFaults(page: Page, titles: string, texts: string): Promise<string[]> {
  return page.evaluate(
    ({ titles, texts }) => {
      const lines = (element: Element) => {
        const out: { text: string; top: number; broken: boolean }[] = [];
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
        let mayBreak = true;
        while (walker.nextNode()) {
          const node = walker.currentNode;
          if (node.nodeName === 'WBR' || node.nodeName === 'BR') mayBreak = true;
          if (!(node instanceof Text)) continue;
          for (let index = 0; index < node.data.length; index += 1) {
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + 1);
            const { top, height, width } = range.getBoundingClientRect();
            const character = node.data[index] ?? '';
            const line = out.at(-1);
            if (/\s/u.test(character) || width === 0) mayBreak = true;
            else if (line && Math.abs(line.top - top) < height / 2) {
              line.text += character;
              mayBreak = false;
            } else {
              out.push({ text: character, top, broken: !mayBreak });
              mayBreak = false;
            }
          }
        }
        return out;
      };
      const shown = (selector: string) =>
        [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).slice(0, 120);
      const faults: string[] = [];
      for (const element of shown(titles)) {
        const all = lines(element);
        const printed = all.map(({ text }) => text).join('|');
        if (all.some(({ broken }) => broken)) faults.push(`a word is broken: ${printed}`);
        if (all.length > 1 && all.some(({ text }) => [...text].length < 2))
          faults.push(`one character: ${printed}`);
      }
      for (const element of shown(`${titles}, ${texts}`)) {
        for (const { text } of lines(element).slice(1)) {
          if (/^(?:[·—～]|×(?!×))/u.test(text)) faults.push(`a line begins with a mark: ${text}`);
        }
      }
      return faults;
    },
    { titles, texts },
  );
}
