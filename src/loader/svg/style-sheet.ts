import { quoted, SvgError } from './svg-error.ts';

export interface Declaration {
  property: string;
  value: string;
  important: boolean;
  line: number;
}

interface Rule {
  element: string | undefined;
  ids: string[];
  classes: string[];
  /** Higher wins; of two that are equal, the later. */
  weight: number;
  order: number;
  declarations: Declaration[];
}

/** Who asks for its declarations. */
export interface Selected {
  name: string;
  id: string | undefined;
  classes: readonly string[];
}

/** Rules that may be held against the elements of a drawing, all in all. */
const MOST_TRIED = 300_000;
const SELECTOR = /^(\*|[a-zA-Z][\w-]*)?((?:[.#][\p{L}_-][\p{L}\p{M}\d_-]*)*)$/u;
/** What happens under a pointer does not happen in a picture. */
const UNDER_POINTER = /:(?:hover|active|focus|focus-visible|focus-within|visited)\s*$/u;
const INLINE = '在绘图软件的 SVG 导出选项里，把样式选成“内联样式”或“表现属性”，或存成 PNG';

/** The declarations of a `style` attribute or of a rule. */
export function parseDeclarations(css: string, line: number): Declaration[] {
  return splitOutside(withoutComments(css, line), ';').flatMap((text) => {
    const colon = text.indexOf(':');
    const property = text.slice(0, colon).trim().toLowerCase();
    const written = text.slice(colon + 1).trim();
    const value = written.replace(/\s*!\s*important$/iu, '');
    if (colon < 0 || property === '' || value === '') return [];
    return [{ property, value, important: value !== written, line }];
  });
}

/**
 * The sheets of a drawing (`<style>`): rules by class, id and name of an element, as drawing programs
 * write them. Others are refused, as their effect cannot be told from the element alone.
 */
export class StyleSheet {
  /** By the part of their selector that fewest elements have. */
  readonly #rules = new Map<string, Rule[]>();
  #count = 0;
  #tried = 0;

  add(css: string, line: number): void {
    const text = withoutComments(css, line).replace(/<!--|-->/gu, ' ');
    let [at, inside] = [/\S|$/u.exec(text)?.index ?? 0, line];
    inside += count(text.slice(0, at), '\n');
    while (at < text.length) {
      const open = text.indexOf('{', at);
      const close = text.indexOf('}', at);
      const selectors = text.slice(at, open < 0 ? undefined : open).trim();
      if (selectors.startsWith('@')) {
        const name = /^@[\w-]*/u.exec(selectors)?.[0] ?? '@';
        throw SvgError.at(inside, `的样式里有 ${quoted(name)}`, fixOf(name));
      }
      if (open < 0 || close < open || text.slice(open + 1, close).includes('{')) {
        throw SvgError.at(inside, `的样式看不懂：${quoted(selectors.slice(0, 100))}`, INLINE);
      }
      const declarations = parseDeclarations(text.slice(open + 1, close), inside);
      for (const selector of selectors.split(',')) this.#addRule(selector.trim(), declarations, inside);
      const next = close + 1 + (/\S|$/u.exec(text.slice(close + 1))?.index ?? 0);
      inside += count(text.slice(at, next), '\n');
      at = next;
    }
  }

  /** What the rules say of an element, weakest first. */
  of({ name, id, classes }: Selected): Declaration[] {
    if (this.#count === 0) return [];
    const keys = [id === undefined ? [] : `#${id}`, classes.map((each) => `.${each}`), name, '*'].flat();
    const rules = [...new Set(keys)].flatMap((key) => this.#rules.get(key) ?? []);
    this.#tried += rules.length;
    if (this.#tried > MOST_TRIED) throw new SvgError('的样式太多', INLINE);
    return rules
      .filter(
        (rule) =>
          (rule.element === undefined || rule.element === name) &&
          rule.ids.every((each) => each === id) &&
          rule.classes.every((each) => classes.includes(each)),
      )
      .sort((a, b) => a.weight - b.weight || a.order - b.order)
      .flatMap(({ declarations }) => declarations);
  }

  #addRule(selector: string, declarations: Declaration[], line: number): void {
    if (UNDER_POINTER.test(selector)) return;
    const [whole, element, parts = ''] = SELECTOR.exec(selector) ?? [];
    if (!whole) throw SvgError.at(line, `的样式用了复杂的选择器“${quoted(selector)}”`, INLINE);
    this.#count += 1;
    const named = parts.match(/[.#][^.#]+/gu) ?? [];
    const ids = named.filter((part) => part.startsWith('#')).map((part) => part.slice(1));
    const classes = named.filter((part) => part.startsWith('.')).map((part) => part.slice(1));
    const name = element === '*' ? undefined : element;
    // No selector has a hundred parts.
    const weight = ids.length * 10_000 + classes.length * 100 + (name === undefined ? 0 : 1);
    const rule = { element: name, ids, classes, weight, order: this.#count, declarations };
    const key = named.find((part) => part.startsWith('#')) ?? named[0] ?? name ?? '*';
    const others = this.#rules.get(key);
    if (others) others.push(rule);
    else this.#rules.set(key, [rule]);
  }
}

function fixOf(atRule: string): string | undefined {
  return atRule === '@font-face' ? '在绘图软件里把文字转成轮廓（转曲）再存，或存成 PNG' : undefined;
}

function withoutComments(css: string, line: number): string {
  if (css.includes('\\')) throw SvgError.at(line, '的样式里有反斜线', INLINE);
  return css.replace(/\/\*[\s\S]*?(?:\*\/|$)/gu, (comment) => ` ${'\n'.repeat(count(comment, '\n'))}`);
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** Splits at a sign that stands in no quotation marks and no brackets. */
function splitOutside(text: string, sign: string): string[] {
  const parts: string[] = [];
  let [from, depth, quote] = [0, 0, ''];
  for (let at = 0; at < text.length; at += 1) {
    const here = text[at] ?? '';
    if (quote !== '') quote = here === quote ? '' : quote;
    else if (here === '"' || here === "'") quote = here;
    else if (here === '(') depth += 1;
    else if (here === ')') depth -= 1;
    else if (here === sign && depth <= 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}
