import { isDeepStrictEqual } from 'node:util';
import { isCollection, isNode, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { type Edit, withEdits } from '#core/text/edit.ts';
import type { RawArticle } from './raw-article.ts';

/**
 * Returns the edits that add an old address to `aliases` in an article's front matter. They insert one line or one
 * entry; everything else stays unchanged. Entries are never removed, also if the article returns to one of them: the
 * first one identifies the article, see `core/published-addresses.ts`.
 * @returns undefined if the notation of the front matter does not allow a safe edit
 */
export function aliasEdits(article: RawArticle, add: string): Edit[] | undefined {
  const before = article.data;
  const known = aliasesOf(article);
  if (known.includes(add)) return [];
  const edits = editsOf(article, add);
  return edits && isAsExpected(article, edits, before, [...known, add]) ? edits : undefined;
}

/** Returns the old addresses in an article's front matter. */
export function aliasesOf({ data }: RawArticle): string[] {
  return Array.isArray(data.aliases) ? data.aliases.map(String) : [];
}

function editsOf({ yaml, yamlStart, yamlEnd, text }: RawArticle, add: string): Edit[] | undefined {
  const at = (offset: number) => offset + yamlStart;
  const lineEnd = (offset: number) => text.indexOf('\n', offset) + 1 || yamlEnd;
  const node = yaml.get('aliases', true) as Node | undefined;
  if (!isSeq(node)) {
    if (!yaml.has('aliases')) return [insert(yamlEnd, `aliases: [${add}]\n`)];
    if (!isScalar(node) || node.value !== null || !node.range) return undefined;
    return [insert(lineEnd(at(node.range[0])), `  - ${add}\n`)];
  }
  const range = (node.items.findLast((item) => isNode(item)) as Node | undefined)?.range;
  if (!range) return [insert(at(node.range?.[0] ?? 0) + 1, add)];
  const [start, end] = [at(range[0]), at(range[1])];
  if (node.flow) return [insert(end, `, ${add}`)];
  const dash = text.lastIndexOf('-', start - 1);
  const indent = text.slice(text.lastIndexOf('\n', dash) + 1, dash);
  return [insert(lineEnd(end), `${indent}- ${add}\n`)];
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
