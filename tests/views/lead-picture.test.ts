import { expect, it } from 'vitest';
import { leadPictureFirst } from '../../src/views/lead-picture.ts';

const picture = (name: string, loading = 'loading="lazy"') =>
  `<figure><a href="/p" aria-label="查看大图：1 > 0 <img loading=&quot;lazy&quot;>"><img src="/${name}" alt="1 > 0" ${loading} decoding="async"></a></figure>`;
const paragraph = (length: number) =>
  `<p id="p-1"><b title="${'题'.repeat(900)}">${'字'.repeat(length)}</b></p>`;
const FIRST = 'loading="eager" fetchpriority="high"';

it.each([
  ['the first picture', [picture('a'), picture('b')], [picture('a', FIRST), picture('b')]],
  ['a picture below a short text', [paragraph(290), picture('a')], [paragraph(290), picture('a', FIRST)]],
  ['no picture below the first screen', [paragraph(310), picture('a')], [paragraph(310), picture('a')]],
  ['nothing without pictures', [paragraph(10)], [paragraph(10)]],
])('fetches first %s', (_, body, expected) =>
  expect(leadPictureFirst(body.join('\n'))).toBe(expected.join('\n')),
);
