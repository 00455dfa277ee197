import { pinyin } from 'pinyin-pro';

/** `tsgxq` for 唐山高新区; empty where there is nothing but figures. */
export function initialsOf(name: string): string {
  const letters = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' });
  return letters.join('').toLowerCase();
}
