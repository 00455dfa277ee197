import path from 'node:path/posix';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editAsRead } from '../../src/core/text/edit.ts';
import { planMove } from '../../src/scaffold/plan-move.ts';
import { namedIn } from '../../src/scaffold/references.ts';
import { cases } from '../lib/long.ts';

/** Parts of a body: prose, all kinds of addresses, and text that only looks like an address. */
const piece = fc.oneof(
  fc.constantFrom(
    '丙县把清单贴上墙。',
    '![图](./images/a.jpg "甲｜摄影：乙")',
    '![图](images/b.png)',
    '![图](<./images/c d.jpg>)',
    '![图](./images/a\\_1.jpg)',
    '[稿](../2022-09/other.md#小标题)',
    '[稿](./other.md)',
    '[自己](x.md)',
    '[外](https://x.example/images/a.jpg)',
    '[站](/issues/2022-09/x/)',
    '`![图](./images/a.jpg)`',
    '\\![图](./images/a.jpg)',
    '[甲]: ./other.md\n',
    '\n\n',
    '\r\n\r\n',
    '> ',
    '- ',
    '**',
    '```\n',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const PICTURES = ['images/a.jpg', 'images/b.png', 'images/c d.jpg', 'images/a_1.jpg'];
const bytes = fc.constantFrom('红', '绿').map((text) => new TextEncoder().encode(text));
const text = (each: Uint8Array | undefined) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(each);

const bulletin = fc.record({
  from: fc.constantFrom('inbox/x.md', 'issues/2022-09/x.md'),
  to: fc.constantFrom('issues/2022-10/x.md', 'issues/2022-10/neu.md', 'issues/2022-09/neu.md'),
  isPublic: fc.boolean(),
  head: fc.constantFrom(
    '---\ntitle: 甲\n',
    '\uFEFF---\r\ncover: { src: ./images/a.jpg }\r\n',
    '---\naliases: [/o/]\n',
  ),
  body: fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
  other: fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
  here: fc.dictionary(fc.constantFrom(...PICTURES), bytes),
  there: fc.dictionary(fc.constantFrom(...PICTURES, 'images/A.jpg', 'images/a-2.jpg'), bytes),
});

describe('a move', { timeout: 60_000 }, () => {
  it('keeps every byte of body and pictures, except the addresses that must change', () => {
    fc.assert(
      fc.property(bulletin, ({ from, to, isPublic, head, body, other, here, there }) => {
        const fromDir = path.dirname(from);
        const disk = new Map<string, Uint8Array>();
        const put = (file: string, content: string | Uint8Array) =>
          disk.set(file, typeof content === 'string' ? new TextEncoder().encode(content) : content);
        const source = `${head}---\n${body}`;
        for (const [name, each] of Object.entries(there)) put(`issues/2022-10/${name}`, each);
        for (const [name, each] of Object.entries(here)) put(`${fromDir}/${name}`, each);
        put('issues/2022-09/other.md', `---\ntitle: 乙\n---\n${other}`);
        put(from, source);
        const before = new Map(disk);
        const texts = new Map(
          [...disk].filter(([file]) => file.endsWith('.md')).map(([file, each]) => [file, text(each)]),
        );
        const read = (file: string) => before.get(file) ?? new Uint8Array();
        const plan = planMove({ from, to, isPublic, texts, files: [...disk.keys()], read });
        if ('problem' in plan) {
          expect(plan.problem).toContain('移过去会用错图');
          return;
        }
        for (const file of plan.create.keys()) expect(disk.has(file)).toBe(false);
        for (const [file, each] of [...plan.create, ...plan.replace]) disk.set(file, each);
        for (const file of plan.remove) disk.delete(file);

        const moved = text(disk.get(to));
        expect(withoutAddresses(to, moved)).toBe(withoutAddresses(from, source));
        const pictureOf = (file: string, content: string, on: Map<string, Uint8Array>) =>
          namedIn(file, content)?.map(({ target }) =>
            /\.(?:jpg|png)$/u.test(target) ? on.get(target) : null,
          );
        expect(pictureOf(to, moved, disk)).toEqual(pictureOf(from, source, before));
        const second = 'issues/2022-09/other.md';
        expect(pictureOf(second, text(disk.get(second)), disk)).toEqual(
          pictureOf(second, text(before.get(second)), before),
        );
        for (const [file, each] of before) {
          if (!plan.remove.includes(file) && !plan.replace.has(file)) expect(disk.get(file)).toEqual(each);
        }
        const known = new Set([...disk.values()].map(text));
        for (const name of Object.keys(here)) expect(known).toContain(text(before.get(`${fromDir}/${name}`)));
      }),
      { numRuns: cases(300), seed: 5 },
    );
  });
});

/** Returns a text without its relative addresses and its `aliases` line. */
function withoutAddresses(file: string, content: string): string {
  const references = namedIn(file, content) ?? [];
  const edits = references.map(({ start, end }) => ({ start, end, text: '☐' }));
  return editAsRead(content, edits).replace(/^aliases: .*\r?\n/mu, '');
}
