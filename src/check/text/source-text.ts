import { needsSpace } from '#core/text/needs-space.ts';

const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z\d]{2,31});/iuy;

/** Collects the text of Markdown nodes with the source offset of each character. */
export class SourceText {
  readonly #source: string;
  readonly #end: number;
  #text: string[] = [];
  #offsets: number[] = [];
  #cursor = 0;
  #lineEnded = false;

  /** @param end the offset after the block */
  constructor(source: string, end: number) {
    this.#source = source;
    this.#end = end;
  }

  skipTo(offset: number): void {
    this.#cursor = offset;
  }

  /** Adds one character that stands for a line break, code or a picture. */
  addCharacter(char: string, offset = this.#cursor): void {
    if (char === '\n') this.#trimEnd();
    this.#push(char, offset);
    this.#cursor = offset + 1;
  }

  /**
   * Adds a node's value. It differs from the source by escapes, character references and the markers of
   * continued lines, which are skipped.
   * @param start its offset; absent for GFM's autolinks, which follow the text before them
   */
  add(value: string, start = this.#cursor): void {
    let at = start;
    for (let index = 0; index < value.length; index++) {
      const char = value[index] ?? '';
      const reference = this.#source[at] === '&' ? this.#referenceAt(at) : '';
      if (reference !== '' && !value.startsWith(reference, index)) {
        this.#push(char, at);
        at += reference.length;
        continue;
      }
      if (this.#source[at] !== char) {
        const found = this.#source.indexOf(char, at);
        if (found >= 0 && found < this.#end) at = found;
      }
      this.#push(char, at);
      at += 1;
    }
    this.#cursor = at;
  }

  /** The text and its offsets, without leading and trailing blanks. */
  trimmed(): { text: string; offsets: number[] } {
    this.#trimEnd();
    const text = this.#text.join('');
    const blank = /^[ \t\n\u3000]*/u.exec(text)?.[0].length ?? 0;
    return { text: text.slice(blank), offsets: this.#offsets.slice(blank) };
  }

  #referenceAt(at: number): string {
    REFERENCE.lastIndex = at;
    return REFERENCE.exec(this.#source)?.[0] ?? '';
  }

  #push(char: string, offset: number): void {
    if (char === '\n' && this.#source[offset] === '\n') {
      this.#trimEnd();
      this.#lineEnded = true;
      return;
    }
    if (this.#lineEnded && /[ \t]/u.test(char)) return;
    if (this.#lineEnded) {
      this.#lineEnded = false;
      const before = this.#text.at(-1) ?? '';
      if (needsSpace(before, char)) {
        this.#text.push(' ');
        this.#offsets.push(offset);
      }
    }
    this.#text.push(char);
    this.#offsets.push(offset);
  }

  #trimEnd(): void {
    while (/^[ \t\n\u3000]$/u.test(this.#text.at(-1) ?? '')) {
      this.#text.pop();
      this.#offsets.pop();
    }
  }
}
