import type { Image, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Finding } from '#core/diagnostic.ts';
import { decodeAddress } from '#core/text/decode-address.ts';
import { sourceOf } from './source-of.ts';

/** The source of a picture: before its address, the address, after it. */
const TYPED =
  /^(!\[.*?\]\(\s*)(<[^>\n]*>|[^\s<]\S*?)((?:\s+(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?\s*\))$/su;
/** Characters; no editor types a longer picture, and the pattern would be slow. */
const MAX_SOURCE_LENGTH = 2000;

/** A picture whose address is a Windows path: the address, and the corrected source of the picture. */
export interface WindowsPath {
  typed: string;
  corrected: string;
}

/**
 * Detects a Windows path in the source of a picture, because Markdown removes some of the backslashes.
 * @returns undefined if the address is not a Windows path or a path to a drive
 */
export function windowsPath(source: string): WindowsPath | undefined {
  if (source.length > MAX_SOURCE_LENGTH || !/\\|:/u.test(source)) return undefined;
  const [, before = '', address = '', after = ''] = TYPED.exec(source) ?? [];
  const typed = address.replace(/^<|>$/gu, '');
  if (!typed.includes('\\') && !/^(?:[a-z]:|file:)/iu.test(typed)) return undefined;
  const corrected = correctedAddress(typed);
  return { typed, corrected: `${before}${/\s/u.test(corrected) ? `<${corrected}>` : corrected}${after}` };
}

/** The address with `/`; an absolute path becomes a path to the file in `./images/`. */
export function correctedAddress(typed: string): string {
  const slashed = decodeAddress(typed)
    .replaceAll('\\', '/')
    .replace(/\/{2,}/gu, '/');
  if (/^(?:[a-z]:|file:|\/)/iu.test(slashed)) return `./images/${slashed.split('/').at(-1) ?? ''}`;
  return slashed.startsWith('.') ? slashed : `./${slashed}`;
}

/** Finds pictures in headings and links, which cannot contain a figure with caption and credit. */
export function misplacedPictures(tree: Root, body: string, firstLine: number): Finding[] {
  const found = new Map<Image, Finding>();
  visit(tree, (node) => {
    if (node.type !== 'heading' && node.type !== 'link' && node.type !== 'linkReference') return;
    const inHeading = node.type === 'heading';
    visit(node, 'image', (image) => {
      const { line = 1, column = 1 } = image.position?.start ?? {};
      found.set(image, {
        rule: 'picture',
        line: line + firstLine - 1,
        column,
        problem: `图片“${image.url}”放在${inHeading ? '小标题' : '链接'}里，图注和署名印不出来`,
        fix: `图片单独一行，上下各空一行：${sourceOf(image, body)}${inHeading ? '' : '；链接另写在文字上'}`,
      });
    });
  });
  return [...found.values()];
}
