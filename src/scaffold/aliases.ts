import { isDeepStrictEqual } from 'node:util';
import { isCollection, isNode, isScalar, isSeq, type Node, parseDocument, type YAMLSeq } from 'yaml';
import { type Edit, withEdits } from '#core/text/edit.ts';
import type { RawArticle } from './raw-article.ts';

/** A change of an article's old addresses. */
export interface AliasChange {
  /** The article's previous address, to be added. */
  add?: string | undefined;
  /** The article's new address, to be removed if it is among the old ones. */
  drop?: string | undefined;
}

/**
 * Returns the edits that change `aliases` in an article's front matter. They insert one line or change one
 * entry; everything else stays unchanged.
 * @returns undefined if the notation of the front matter does not allow a safe edit
 */
export function aliasEdits(article: RawArticle, change: AliasChange): Edit[] | undefined {
  const before = article.data;
  const known = aliasesOf(article);
  const drop = known.indexOf(change.drop ?? '');
  const add = change.add !== undefined && !known.includes(change.add) ? change.add : undefined;
  if (add === undefined && drop < 0) return [];
  const edits = editsOf(article, add, drop);
  const expected = known.filter((_, index) => index !== drop).concat(add ?? []);
  return edits && isAsExpected(article, edits, before, expected) ? edits : undefined;
}

/** Returns the old addresses in an article's front matter. */
export function aliasesOf({ data }: RawArticle): string[] {
  return Array.isArray(data.aliases) ? data.aliases.map(String) : [];
}

function editsOf(article: RawArticle, add: string | undefined, drop: number) {
  const { yaml, yamlStart, yamlEnd, text } = article;
  const at = (offset: number) => offset + yamlStart;
  const lineEnd = (offset: number) => text.indexOf('\n', offset) + 1 || yamlEnd;
  const node = yaml.get('aliases', true) as Node | undefined;
  if (!isSeq(node)) {
    if (add === undefined) return undefined;
    if (!yaml.has('aliases')) return [insert(yamlEnd, `aliases: [${add}]\n`)];
    if (!isScalar(node) || node.value !== null || !node.range) return undefined;
    return [insert(lineEnd(at(node.range[0])), `  - ${add}\n`)];
  }
  const items = node.items.filter((item) => isNode(item)) as Node[];
  const range = (index: number): [number, number] => {
    const [start = 0, end = 0] = items[index]?.range ?? [];
    return [at(start), at(end)];
  };
  if (drop >= 0 && add !== undefined) {
    const [start, end] = range(drop);
    return [{ start, end, text: add }];
  }
  if (node.flow) return flowEdits(node, range, add, drop, at);
  if (add !== undefined) {
    const [start, end] = range(items.length - 1);
    const dash = text.lastIndexOf('-', start - 1);
    const indent = text.slice(text.lastIndexOf('\n', dash) + 1, dash);
    return [insert(lineEnd(end), `${indent}- ${add}\n`)];
  }
  const [start, end] = range(drop);
  const dash = text.lastIndexOf('-', start - 1);
  return [{ start: text.lastIndexOf('\n', dash) + 1, end: lineEnd(end), text: '' }];
}

function flowEdits(
  node: YAMLSeq,
  range: (index: number) => [number, number],
  add: string | undefined,
  drop: number,
  at: (offset: number) => number,
): Edit[] {
  const last = node.items.length - 1;
  if (add !== undefined) {
    return last >= 0 ? [insert(range(last)[1], `, ${add}`)] : [insert(at(node.range?.[0] ?? 0) + 1, add)];
  }
  const [start, end] = range(drop);
  if (drop < last) return [{ start, end: range(drop + 1)[0], text: '' }];
  return [{ start: drop > 0 ? range(drop - 1)[1] : start, end, text: '' }];
}

function insert(offset: number, text: string): Edit {
  return { start: offset, end: offset, text };
}

/** Whether the edited front matter has the same values as before, and the expected addresses. */
function isAsExpected(
  { text, yamlStart, yamlEnd }: RawArticle,
  edits: Edit[],
  before: Record<string, unknown>,
  expected: string[],
): boolean {
  const edited = withEdits(text, edits);
  const after = parseDocument(edited.slice(yamlStart, yamlEnd + edited.length - text.length));
  if (after.errors.length > 0 || !isCollection(after.contents)) return false;
  const { aliases, ...others } = after.toJS() as Record<string, unknown>;
  const { aliases: _, ...same } = before;
  const written = new Set(Array.isArray(aliases) ? aliases : []);
  return (
    isDeepStrictEqual(others, same) &&
    written.size === expected.length &&
    expected.every((alias) => written.has(alias))
  );
}
