import postcss, { type AtRule, type Declaration, type Node, type Rule } from 'postcss';
import { entryOf, lackedBy } from './browser-support.ts';

/** A feature that a style sheet or a script uses and some of the oldest browsers lack. */
export interface Lack {
  /** MDN's key, `css.properties.inset`. */
  feature: string;
  browsers: string[];
}

/** Units of length that MDN files under a common name. */
const UNITS: [RegExp, string][] = [
  [/^d(?:vh|vw|vi|vb|vmin|vmax)$/u, 'viewport_percentage_units_dynamic'],
  [/^s(?:vh|vw|vi|vb|vmin|vmax)$/u, 'viewport_percentage_units_small'],
  [/^l(?:vh|vw|vi|vb|vmin|vmax)$/u, 'viewport_percentage_units_large'],
  [/^cq/u, 'container_query_length_units'],
];

/**
 * The features of a style sheet that some of the oldest browsers lack. Features inside `@supports` do not count;
 * neither do declarations after another one of the same property, which is their fallback.
 */
export function lacksOfCss(css: string): Lack[] {
  const found = new Map<string, string[]>();
  const use = (...keys: string[]) => {
    const browsers = lackedBy(entryOf(...keys));
    if (browsers.length > 0) found.set(keys.join('.'), browsers);
  };
  postcss.parse(css).walk((node) => {
    if (isAskedFor(node)) return;
    if (node.type === 'atrule') useAtRule(node, use);
    if (node.type === 'rule' && !hasPrefixedCopy(node)) useSelector(node.selector, use);
    if (node.type === 'decl' && !hasFallback(node)) useDeclaration(node, use);
    if (node.type === 'rule' && node.parent?.type === 'rule') use('css', 'selectors', 'nesting');
  });
  return [...found].map(([feature, browsers]) => ({ feature, browsers }));
}

type Use = (...keys: string[]) => void;

function useAtRule({ name, params }: AtRule, use: Use): void {
  use('css', 'at-rules', name);
  if (name !== 'media') return;
  if (/[<>]/u.test(params)) use('css', 'at-rules', 'media', 'range_syntax');
  for (const [, feature = ''] of params.matchAll(/\(\s*([\w-]+)/gu))
    use('css', 'at-rules', 'media', feature.replace(/^(?:min|max)-/u, ''));
}

/** The pseudo-classes and pseudo-elements of a selector, also of one that a script asks for. */
export function useSelector(selector: string, use: Use): void {
  for (const [, name = ''] of selector.replaceAll(/"[^"]*"|'[^']*'/gu, '').matchAll(/::?([\w-]+)/gu))
    use('css', 'selectors', name);
  if (/:not\((?:[^()]*[ ,>+~])/u.test(selector)) use('css', 'selectors', 'not', 'selector_list');
}

function useDeclaration({ prop, value }: Declaration, use: Use): void {
  useValue(value, use);
  if (prop.startsWith('--')) return;
  use('css', 'properties', prop);
  for (const [word] of value.matchAll(/(?<![\w-])-?[a-z][\w-]*(?![\w(-])/gu))
    use('css', 'properties', prop, word);
}

/** Functions and units. */
function useValue(value: string, use: Use): void {
  for (const [, name = ''] of value.matchAll(/([a-z][\w-]*)\(/gu)) {
    use('css', 'types', name);
    use('css', 'types', 'color', name);
    use('css', 'types', 'gradient', name);
  }
  for (const [, unit = ''] of value.matchAll(/(?<![\w#-])[\d.]+([a-z]+)\b/giu))
    use('css', 'types', 'length', UNITS.find(([units]) => units.test(unit))?.[1] ?? unit);
}

function isAskedFor(node: Node): boolean {
  for (let at: Node | undefined = node.parent; at; at = at.parent)
    if (at.type === 'atrule' && (at as AtRule).name === 'supports') return true;
  return false;
}

/** Whether the rule before is the same one with `:-webkit-any()` or `:-moz-any()` for `:is()`. */
function hasPrefixedCopy(rule: Rule): boolean {
  const before = rule.prev();
  return (
    before?.type === 'rule' &&
    before.selector.replaceAll(/:-(?:webkit|moz)-any\(/gu, ':is(') === rule.selector
  );
}

function hasFallback(declaration: Declaration): boolean {
  for (let at = declaration.prev(); at; at = at.prev())
    if (at.type === 'decl' && at.prop.replace(/^-(?:webkit|moz)-/u, '') === declaration.prop) return true;
  return false;
}
