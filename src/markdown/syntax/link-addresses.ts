import type { Link, PhrasingContent, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Web and mail addresses written without brackets. They hold ASCII only, so that Chinese text around
 * them needs no blank; GFM's own end at white space and would take `www.example.com，后文` whole.
 */
const ADDRESS =
  /(?<![A-Za-z0-9@/._-])(?:(?:https?:\/\/|www\.)[A-Za-z0-9](?:[!#$%&()*+,\-./:;=?@_~A-Za-z0-9]*)|(?:mailto:)?[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)/giu;

/** What ends the sentence and not the address; a bracket that the address does not open. */
const TRAILING = /[!*,.:;?_~]$/u;

/** Makes links of bare addresses, in a tree as it was parsed. */
export function linkAddresses(tree: Root): void {
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined || parent.type === 'link' || parent.type === 'linkReference')
      return undefined;
    const parts = split(node);
    if (!parts) return undefined;
    parent.children.splice(index, 1, ...(parts as never[]));
    return [SKIP, index + parts.length];
  });
}

function split(node: Text): PhrasingContent[] | undefined {
  const { value } = node;
  const parts: PhrasingContent[] = [];
  let end = 0;
  for (const { 0: found, index } of value.matchAll(ADDRESS)) {
    const address = trimmed(found);
    if (!/^(?:https?:\/\/[^/]|www\.[^.]+\.|[^/]+@)/iu.test(address)) continue;
    if (index > end) parts.push(part(node, end, index));
    const shown = part(node, index, index + address.length);
    const link: Link = { type: 'link', title: null, url: url(address), children: [shown] };
    if (shown.position) link.position = shown.position;
    parts.push(link);
    end = index + address.length;
  }
  if (parts.length === 0) return undefined;
  if (end < value.length) parts.push(part(node, end, value.length));
  return parts;
}

function trimmed(address: string): string {
  let kept = address;
  for (;;) {
    const closes = kept.endsWith(')') && count(kept, ')') > count(kept, '(');
    if (!closes && !TRAILING.test(kept)) return kept;
    kept = kept.slice(0, -1);
  }
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;

function url(address: string): string {
  if (/^www\./iu.test(address)) return `http://${address}`;
  return /^(?:https?:|mailto:)/iu.test(address) ? address : `mailto:${address}`;
}

/** A part of a text, with its place where the text stands in the file as it is read. */
function part(node: Text, from: number, to: number): Text {
  const text: Text = { type: 'text', value: node.value.slice(from, to) };
  const { start, end } = node.position ?? {};
  if (!start || !end || start.offset === undefined || end.offset === undefined) return text;
  if (end.offset - start.offset !== node.value.length) {
    return from === 0 ? { ...text, position: { start, end } } : text;
  }
  const before = node.value.slice(0, from).split('\n');
  const within = node.value.slice(0, to).split('\n');
  const point = (lines: string[], offset: number) => ({
    line: start.line + lines.length - 1,
    column: (lines.length === 1 ? start.column : 1) + (lines.at(-1)?.length ?? 0),
    offset: (start.offset ?? 0) + offset,
  });
  return { ...text, position: { start: point(before, from), end: point(within, to) } };
}
