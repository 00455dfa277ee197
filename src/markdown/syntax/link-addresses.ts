import type { Link, PhrasingContent, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Web and mail addresses without brackets. They contain only ASCII, so Chinese text may follow without a space;
 * GFM's autolinks end at white space and would include `，后文` in `www.example.com，后文`.
 */
const ADDRESS =
  /(?<![A-Za-z0-9])(?:https?:\/\/|www\.)[A-Za-z0-9][!#$%&()*+,\-./:;=?@_~A-Za-z0-9]*|(?<![A-Za-z0-9@/._-])(?:mailto:)?[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/giu;

/** Punctuation that belongs to the sentence and not to the address. */
const TRAILING = /[!*,.:;?_~]$/u;

/** Turns bare addresses in a parsed tree into links. */
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
    const address = withoutTrailing(found);
    if (!/^(?:https?:\/\/[^/]|www\.[^.]+\.|[^/]+@)/iu.test(address)) continue;
    if (index > end) parts.push(part(node, end, index));
    const label = part(node, index, index + address.length);
    const link: Link = { type: 'link', title: null, url: url(address), children: [label] };
    if (label.position) link.position = label.position;
    parts.push(link);
    end = index + address.length;
  }
  if (parts.length === 0) return undefined;
  if (end < value.length) parts.push(part(node, end, value.length));
  return parts;
}

/** Removes trailing punctuation and closing brackets that the address does not open. */
function withoutTrailing(address: string): string {
  let rest = address;
  for (;;) {
    const isUnopened = rest.endsWith(')') && count(rest, ')') > count(rest, '(');
    if (!isUnopened && !TRAILING.test(rest)) return rest;
    rest = rest.slice(0, -1);
  }
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;

function url(address: string): string {
  if (/^www\./iu.test(address)) return `http://${address}`;
  return /^(?:https?:|mailto:)/iu.test(address) ? address : `mailto:${address}`;
}

/** A part of a text node; it has a position only if the text has no escapes or entities. */
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
