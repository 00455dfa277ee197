import { expect, it } from 'vitest';
import { editionFormats, editionLabel, hasPrintPage } from '../../src/core/edition.ts';

it.each([
  ['published', undefined, undefined, []],
  ['published', undefined, ['epub', 'pdf'], ['pdf', 'epub']],
  ['published', undefined, ['epub'], ['epub']],
  ['published', './a.pdf', ['epub'], ['pdf', 'epub']],
  ['published', './a.pdf', [], ['pdf']],
  ['draft', './a.pdf', ['epub', 'pdf'], []],
] as const)('the editions of an issue: %s, %s, %j', (status, pdf, editions, formats) => {
  const issue = { status, pdf } as unknown as Parameters<typeof editionFormats>[0];
  expect(editionFormats(issue, { editions: editions as never })).toEqual(formats);
  expect(hasPrintPage(issue)).toBe(status === 'published');
});

it.each([
  ['pdf', undefined, 'PDF 下载'],
  ['epub', 1, 'EPUB 下载（1 KB）'],
  ['epub', 1499, 'EPUB 下载（1 KB）'],
  ['pdf', 99_499, 'PDF 下载（99 KB）'],
  ['pdf', 99_500, 'PDF 下载（0.1 MB）'],
  ['pdf', 12_345_678, 'PDF 下载（12.3 MB）'],
] as const)('the label of a %s of %s bytes', (format, bytes, label) => {
  expect(editionLabel(format, bytes)).toBe(label);
});
