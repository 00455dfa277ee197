import type { Image, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Finding } from '#core/diagnostic.ts';
import { decodeAddress } from '#core/text/decode-address.ts';
import { sourceOf } from './source-of.ts';

/** A picture as it is typed: what stands before its address, the address, what stands behind it. */
const TYPED =
  /^(!\[.*?\]\(\s*)(<[^>\n]*>|[^\s<]\S*?)((?:\s+(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?\s*\))$/su;
/** No editor types a longer one. */
const MAX_SOURCE_LENGTH = 2000;

/** An address of a picture with a Windows path, and the same picture mended. */
export interface WindowsPath {
  typed: string;
  corrected: string;
}

/**
 * Markdown takes some of the backslashes out of an address, so it is read as it is typed.
 * @returns undefined where the address is no Windows path and leads to no drive
 */
export function windowsPath(source: string): WindowsPath | undefined {
  if (source.length > MAX_SOURCE_LENGTH || !/\\|:/u.test(source)) return undefined;
  const [, before = '', address = '', behind = ''] = TYPED.exec(source) ?? [];
  const typed = address.replace(/^<|>$/gu, '');
  if (!typed.includes('\\') && !/^(?:[a-z]:|file:)/iu.test(typed)) return undefined;
  const mended = correctedAddress(typed);
  return { typed, corrected: `${before}${/\s/u.test(mended) ? `<${mended}>` : mended}${behind}` };
}

/** The address with `/`; from a drive or another computer, its file in the issue's own folder. */
export function correctedAddress(typed: string): string {
  const slashed = decodeAddress(typed)
    .replaceAll('\\', '/')
    .replace(/\/{2,}/gu, '/');
  if (/^(?:[a-z]:|file:|\/)/iu.test(slashed)) return `./images/${slashed.split('/').at(-1) ?? ''}`;
  return slashed.startsWith('.') ? slashed : `./${slashed}`;
}

/** Pictures in headings and links, where no figure with caption and credit can stand. */
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
