import { pinyin } from 'pinyin-pro';

/** `tsgxq` for 唐山高新区; empty if the name has no hanzi. */
export function initialsOf(name: string): string {
  const letters = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' });
  return letters.join('').toLowerCase();
}
