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
  /** Specificity: higher wins, then the later rule. */
  weight: number;
  order: number;
  declarations: Declaration[];
}

/** The element whose declarations are looked up. */
export interface Selected {
  name: string;
  id: string | undefined;
  classes: readonly string[];
}

/** Comparisons of a rule with an element, in a whole drawing: bounds the time that a style sheet can cost. */
const MAX_RULE_MATCHES = 300_000;
const SELECTOR = /^(\*|[a-zA-Z][\w-]*)?((?:[.#][\p{L}_-][\p{L}\p{M}\d_-]*)*)$/u;
/** States that an element in an `<img>` never has. */
const POINTER_PSEUDO_CLASS = /:(?:hover|active|focus|focus-visible|focus-within|visited)\s*$/u;
const INLINE_FIX = '在绘图软件的 SVG 导出选项里，把样式选成“内联样式”或“表现属性”，或存成 PNG';

/** Parses the declarations of a `style` attribute or of a rule. */
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
 * The style sheets of a drawing (`<style>`). Supports selectors by class, id and element name, as drawing
 * programs write them; throws `SvgError` for others, whose effect depends on more than the element.
 */
export class StyleSheet {
  /** Rules by the most specific part of their selector. */
  readonly #rules = new Map<string, Rule[]>();
  #count = 0;
  #matches = 0;

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
        throw SvgError.at(inside, `的样式看不懂：${quoted(selectors.slice(0, 100))}`, INLINE_FIX);
      }
      const declarations = parseDeclarations(text.slice(open + 1, close), inside);
      for (const selector of selectors.split(',')) this.#addRule(selector.trim(), declarations, inside);
      const next = close + 1 + (/\S|$/u.exec(text.slice(close + 1))?.index ?? 0);
      inside += count(text.slice(at, next), '\n');
      at = next;
    }
  }

  /** The declarations that apply to an element, lowest specificity first. */
  of({ name, id, classes }: Selected): Declaration[] {
    if (this.#count === 0) return [];
    const keys = [id === undefined ? [] : `#${id}`, classes.map((each) => `.${each}`), name, '*'].flat();
    const rules = [...new Set(keys)].flatMap((key) => this.#rules.get(key) ?? []);
    this.#matches += rules.length;
    if (this.#matches > MAX_RULE_MATCHES) throw new SvgError('的样式太多', INLINE_FIX);
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
    if (POINTER_PSEUDO_CLASS.test(selector)) return;
    const [whole, element, parts = ''] = SELECTOR.exec(selector) ?? [];
    if (!whole) throw SvgError.at(line, `的样式用了复杂的选择器“${quoted(selector)}”`, INLINE_FIX);
    this.#count += 1;
    const named = parts.match(/[.#][^.#]+/gu) ?? [];
    const ids = named.filter((part) => part.startsWith('#')).map((part) => part.slice(1));
    const classes = named.filter((part) => part.startsWith('.')).map((part) => part.slice(1));
    const name = element === '*' ? undefined : element;
    // Assumes less than a hundred classes in a selector.
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
  if (css.includes('\\')) throw SvgError.at(line, '的样式里有反斜线', INLINE_FIX);
  return css.replace(/\/\*[\s\S]*?(?:\*\/|$)/gu, (comment) => ` ${'\n'.repeat(count(comment, '\n'))}`);
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** Splits at a character outside quotation marks and brackets. */
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
