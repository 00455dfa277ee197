import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { CONTENT_RULES, RULES_WITHOUT_EXAMPLES } from '../../src/check/content-rules/content-rules.ts';
import type { ContentExample } from '../../src/check/content-rules/content-rule.ts';
import { proofreader } from '../../src/check/proofreader.ts';
import { TEXT_RULES } from '../../src/check/text-rules.ts';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { article, bulletinFiles, type Files, writeFiles } from '../lib/bulletin-files.ts';

const blank = (width: number) =>
  sharp({ create: { width, height: 400, channels: 3, background: 'teal' } }).jpeg();
const PICTURES: Files = {
  'issues/2022-09/images/large.jpg': await blank(900).toBuffer(),
  'issues/2022-09/images/small.jpg': await blank(300).toBuffer(),
  'issues/2022-09/images/phone.jpg': Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
  'issues/2022-09/images/moving.gif': await sharp(
    Buffer.concat([Buffer.alloc(700 * 400 * 3, 9), Buffer.alloc(700 * 400 * 3, 200)]),
    { raw: { width: 700, height: 800, channels: 3, pageHeight: 400 } },
  )
    .gif()
    .toBuffer(),
  'issues/2022-09/images/located.jpg': await blank(900)
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '38/1 2/1 3/1' } })
    .toBuffer(),
};

/** A bulletin without errors, with the piece of an example in a third article or in another file. */
function filesWith({ in: where, format }: ContentExample, piece: string): Files {
  const file = `issues/2022-09/third.${format ?? 'md'}`;
  const plain = article('第三篇');
  const named = Object.entries(PICTURES).filter(([name]) => piece.includes(path.basename(name)));
  const right = bulletinFiles(Object.fromEntries(named));
  if (where === 'front matter') return { ...right, [file]: withLines(plain, piece) };
  if (where === 'body') return { ...right, [file]: article('第三篇', '', piece) };
  if (where === 'file') return { ...right, [file]: piece };
  if (where === 'file name') return { ...right, [piece]: plain };
  return { ...right, [where]: withYaml(String(right[where] ?? ''), piece) };
}

/** Replaces the lines of the same keys in the front matter, or adds the lines at its end. */
function withLines(text: string, piece: string): string {
  const keys = piece.split('\n').map((line) => line.split(/[:：]/u)[0]);
  const [head = '', ...rest] = text.split('\n---\n');
  const others = head.split('\n').filter((line) => !keys.includes(line.split(':')[0]));
  return [[...others, piece].join('\n'), ...rest].join('\n---\n');
}

function withYaml(text: string, piece: string): string {
  return piece.startsWith('- ') || text === '' ? `${text}${piece}\n` : withLines(text, piece);
}

const diagnosticsOf = async (example: ContentExample, piece: string, options = {}) => {
  const { diagnostics } = await readContent(await writeFiles(filesWith(example, piece)), options);
  return diagnostics.map(({ rule, severity, problem, fix }) => ({ rule, severity, problem, fix }));
};

describe.each(CONTENT_RULES.flatMap(({ rules }) => rules))('$id', ({ id, severity, examples }) => {
  it.each(examples)('reports $bad with its messages only, and accepts $good', async (example) => {
    const { bad, good, problem, fix, also = [] } = example;
    const messages = [{ problem, fix }, ...also];
    expect(await diagnosticsOf(example, bad)).toEqual(
      messages.map((message) => ({ rule: id, severity, ...message })),
    );
    expect(await diagnosticsOf(example, good, { proofreader, drafts: true })).toEqual([]);
  });
});

/** The lines of a file with the wrong line replaced by the fix; undefined if the fix is not a whole line. */
function withLineCured(text: string, { line, fix: cure }: Diagnostic): string | undefined {
  const [fix = ''] = cure.split('，或删去');
  const lines = text.split('\n');
  const wrong = lines[(line ?? 0) - 1];
  const head = (each: string) => /^\s*(- (?=\{)|#+(?= )|[a-z]+\w*(?=\s*[:：]))/u.exec(each)?.[1];
  const isLine = wrong !== undefined && head(fix) !== undefined && !fix.includes('…');
  if (!isLine || (head(wrong) !== head(fix) && !(/^#/u.test(fix) && /^#/u.test(wrong)))) return undefined;
  return lines.with((line ?? 0) - 1, /^\s*/u.exec(wrong)?.[0] + fix).join('\n');
}

it('no corrected line causes another finding', async () => {
  let tried = 0;
  for (const { id, examples } of CONTENT_RULES.flatMap(({ rules }) => rules)) {
    for (const example of examples) {
      const files = filesWith(example, example.bad);
      const options = { proofreader, drafts: true };
      const { diagnostics } = await readContent(await writeFiles(files), options);
      for (const diagnostic of diagnostics) {
        const text = files[diagnostic.file];
        const cured = typeof text === 'string' ? withLineCured(text, diagnostic) : undefined;
        if (cured === undefined) continue;
        tried += 1;
        const dir = await writeFiles({ ...files, [diagnostic.file]: cured });
        const after = (await readContent(dir, options)).diagnostics;
        const known = new Set(diagnostics.map(({ rule }) => rule));
        expect([id, cured !== text, after.filter(({ rule }) => !known.has(rule))]).toEqual([id, true, []]);
        expect(after.length).toBeLessThan(diagnostics.length);
      }
    }
  }
  expect(tried).toBeGreaterThan(5);
}, 60_000);

it('each have one description', () => {
  const ids = [...CONTENT_RULES.flatMap(({ rules }) => rules), ...RULES_WITHOUT_EXAMPLES, ...TEXT_RULES].map(
    ({ id }) => id,
  );
  expect(ids).toHaveLength(new Set(ids).size);
});
