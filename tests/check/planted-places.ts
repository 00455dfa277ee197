import { readdirSync, readFileSync } from 'node:fs';
import { PLANTED, type Planted } from './planted.ts';
import { BLIND, BLIND_AGAIN } from './planted-blind.ts';
import { BLIND_THIRD } from './planted-third.ts';

/** All defects that are planted in clean articles. */
export const ALL_PLANTED: readonly Planted[] = [...PLANTED, ...BLIND, ...BLIND_AGAIN, ...BLIND_THIRD];

const folder = new URL('./clean/', import.meta.url);
const articles = new Map(
  readdirSync(folder).map((file) => [file.slice(0, 2), readFileSync(new URL(file, folder), 'utf8')]),
);

/** The text around a defect, up to the next of these ends on both sides, with the wrong or the right text. */
export function aroundPlanted([file, right, wrong]: Planted, end: RegExp, isWrong = true): string {
  const article = articles.get(file) ?? '';
  const at = article.indexOf(right);
  const before = article.slice(0, at).split(end).at(-1) ?? '';
  const [after = ''] = article.slice(at + right.length).split(end);
  return before + (isWrong ? wrong : right) + after;
}
