import { needsSpace } from '#core/text/needs-space.ts';

const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z\d]{2,31});/iuy;

/** Gathers the text of Markdown's nodes, and where in the source each of its characters stands. */
export class SourceText {
  readonly #source: string;
  readonly #end: number;
  #text: string[] = [];
  #offsets: number[] = [];
  #cursor = 0;
  #lineEnded = false;

  /** @param end offset behind the block whose text it is */
  constructor(source: string, end: number) {
    this.#source = source;
    this.#end = end;
  }

  skipTo(offset: number): void {
    this.#cursor = offset;
  }

  /** A sign that stands for something, at an offset. */
  addSign(sign: string, offset = this.#cursor): void {
    if (sign === '\n') this.#trimEnd();
    this.#push(sign, offset);
    this.#cursor = offset + 1;
  }

  /**
   * A node's value. Escapes, references and the marks before continued lines make it differ from the
   * source: these are stepped over.
   * @param start its offset; GFM's plain addresses come without: they stand behind what came before
   */
  add(value: string, start = this.#cursor): void {
    let at = start;
    for (let index = 0; index < value.length; index++) {
      const sign = value[index] ?? '';
      const reference = this.#source[at] === '&' ? this.#referenceAt(at) : '';
      if (reference !== '' && !value.startsWith(reference, index)) {
        this.#push(sign, at);
        at += reference.length;
        continue;
      }
      if (this.#source[at] !== sign) {
        const found = this.#source.indexOf(sign, at);
        if (found >= 0 && found < this.#end) at = found;
      }
      this.#push(sign, at);
      at += 1;
    }
    this.#cursor = at;
  }

  /** All of it, without blanks at its ends. */
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

  #push(sign: string, offset: number): void {
    if (sign === '\n' && this.#source[offset] === '\n') {
      this.#trimEnd();
      this.#lineEnded = true;
      return;
    }
    if (this.#lineEnded && /[ \t]/u.test(sign)) return;
    if (this.#lineEnded) {
      this.#lineEnded = false;
      const before = this.#text.at(-1) ?? '';
      if (needsSpace(before, sign)) {
        this.#text.push(' ');
        this.#offsets.push(offset);
      }
    }
    this.#text.push(sign);
    this.#offsets.push(offset);
  }

  #trimEnd(): void {
    while (/^[ \t\n\u3000]$/u.test(this.#text.at(-1) ?? '')) {
      this.#text.pop();
      this.#offsets.pop();
    }
  }
}
