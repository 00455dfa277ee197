import { read } from './reading.ts';

/** `tsgxq` for 唐山高新区; empty if the name has no hanzi. */
export function initialsOf(name: string): string {
  return read(name)
    .map(({ syllable }) => syllable.slice(0, 1))
    .join('');
}
