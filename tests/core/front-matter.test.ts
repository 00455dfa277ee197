import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asRead, type Edit, editAsRead, editBetween, withEdits } from '../../src/core/text/edit.ts';
import { findFrontMatter, frontMatterYaml } from '../../src/core/text/find-front-matter.ts';
import { parseYaml } from '../../src/core/yaml-source.ts';
import { splitFrontMatter } from '../../src/loader/split-front-matter.ts';

const LINE = fc.constantFrom(
  'title: 甲园',
  'kicker: "引：题"',
  'text: |',
  '  一行',
  '  二行',
  '---',
  '--- ',
  '----',
  ' ---',
  '+++',
  '',
  '正文。',
  'a\u2028---',
  '\u2028---',
);
const LINES = fc.array(LINE, { maxLength: 12 });
const END = fc.constantFrom('\n', '\r\n', '\r');
/** A file: with or without a byte order mark, each line with its own line ending. */
const FILE = fc
  .tuple(fc.constantFrom('', '\uFEFF'), fc.array(fc.tuple(LINE, END), { maxLength: 12 }), LINE)
  .map(([bom, lines, last]) => `${bom}---\n${lines.map((pair) => pair.join('')).join('')}${last}`);

describe('findFrontMatter', () => {
  it.each([
    ['---\ntitle: 甲\n---\n正文\n', { yamlStart: 4, yamlEnd: 13, bodyStart: 17, bodyLine: 4, eol: '\n' }],
    ['---\r\na: 1\r\n---\r\n正文', { yamlStart: 5, yamlEnd: 11, bodyStart: 16, bodyLine: 4, eol: '\r\n' }],
    ['---\ra: 1\r---\r正文', { yamlStart: 4, yamlEnd: 9, bodyStart: 13, bodyLine: 4, eol: '\r' }],
    ['\uFEFF--- \n---\n', { yamlStart: 6, yamlEnd: 6, bodyStart: 10, bodyLine: 3, eol: '\n' }],
    ['---\na: 1\n---', { yamlStart: 4, yamlEnd: 9, bodyStart: 12, bodyLine: 3, eol: '\n' }],
    ['---\na: 1\n----\n', 'open'],
    ['---\na: "\u2028---\nb"\n', 'open'],
    ['---', undefined],
    ['正文\n---\n', undefined],
    [' ---\na: 1\n---\n', undefined],
  ])('%j', (text, found) => expect(findFrontMatter(text)).toEqual(found));

  it('splits a text without losing a character', () => {
    fc.assert(
      fc.property(FILE, (text) => {
        const found = findFrontMatter(text);
        if (found === undefined || found === 'open') return;
        const { yamlStart, yamlEnd, bodyStart } = found;
        const pieces = [
          text.slice(0, yamlStart),
          text.slice(yamlStart, yamlEnd),
          text.slice(yamlEnd, bodyStart),
          text.slice(bodyStart),
        ];
        expect(pieces.join('')).toBe(text);
        expect(asRead(pieces[0] ?? '')).toMatch(/^---[ \t]*\n$/u);
        expect(asRead(pieces[2] ?? '')).toMatch(/^---[ \t]*\n?$/u);
      }),
    );
  });

  it('finds the same values, body and lines with any line endings', () => {
    fc.assert(
      fc.property(LINES, fc.constantFrom('', '\uFEFF'), (lines, bom) => {
        const [lf, ...others] = ['\n', '\r\n', '\r'].map((eol) => {
          const text = bom + ['---', ...lines].join(eol);
          const found = findFrontMatter(text);
          if (found === undefined || found === 'open') return found;
          const { data, findings } = parseYaml(frontMatterYaml(text));
          return { data, findings, body: asRead(text.slice(found.bodyStart)), line: found.bodyLine };
        });
        for (const other of others) expect(other).toEqual(lf);
      }),
    );
  });

  it('agrees with the loader', () => {
    fc.assert(
      fc.property(FILE, (text) => {
        const found = findFrontMatter(text);
        const read = splitFrontMatter(asRead(text));
        if (found === undefined || found === 'open') {
          expect(read.frontMatter).toBeUndefined();
          return;
        }
        expect(read.body).toBe(asRead(text.slice(found.bodyStart)));
        expect(read.bodyLine).toBe(found.bodyLine);
      }),
    );
  });
});

describe('edits', () => {
  const MIXED = fc
    .array(fc.constantFrom('甲', 'b', '\n', '\r\n', '\r', '\n\r'), { maxLength: 20 })
    .map((signs) => signs.join(''));
  const edits = (length: number): fc.Arbitrary<Edit[]> =>
    fc
      .array(fc.tuple(fc.nat(length), fc.nat(length), fc.constantFrom('', '丙', '\n', '丁\n', '\n丁')), {
        maxLength: 4,
      })
      .map((each) => each.map(([a, b, text]) => ({ start: Math.min(a, b), end: Math.max(a, b), text })));

  it('of a normalized text have the same effect on the original', () => {
    const file = fc.tuple(fc.constantFrom('', '\uFEFF'), MIXED).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        file.chain((text) => fc.tuple(fc.constant(text), edits(asRead(text).length))),
        ([text, made]) => {
          expect(asRead(editAsRead(text, made))).toBe(withEdits(asRead(text), made));
        },
      ),
    );
  });

  it('leave all other bytes unchanged', () => {
    const text = '\uFEFF甲\r\n乙\r丙\n丁\r\n';
    expect(editAsRead(text, [])).toBe(text);
    expect(editAsRead(text, [{ start: 4, end: 5, text: '戊\n己' }])).toBe('\uFEFF甲\r\n乙\r戊\r\n己\n丁\r\n');
    expect(editAsRead(text, [{ start: 2, end: 4, text: '' }])).toBe('\uFEFF甲\r\n丙\n丁\r\n');
  });

  it('are as short as possible', () => {
    expect(editBetween('甲\n乙\n丙\n', '甲\n丁\n丙\n')).toEqual({ start: 2, end: 3, text: '丁' });
    fc.assert(
      fc.property(MIXED, MIXED, (before, after) => {
        expect(withEdits(before, [editBetween(before, after)])).toBe(after);
      }),
    );
  });
});
