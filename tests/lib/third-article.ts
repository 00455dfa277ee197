import sharp from 'sharp';
import { article, type Files, messagesOf } from './bulletin-files.ts';

/** Messages about the third article after a change. */
export const ARTICLE = 'issues/2022-09/third.md';
export const THIRD = article('第三篇');
export const third = (text: string, more: Files = {}) => messagesOf({ [ARTICLE]: text, ...more });
export const added = (lines: string, more: Files = {}) => third(article('第三篇', lines), more);
export const body = (text: string, more: Files = {}) => third(article('第三篇', '', text), more);

export const png = await sharp({ create: { width: 10, height: 10, channels: 3, background: 'red' } })
  .png()
  .toBuffer();
