import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literal } from '../../src/editions/pdf/typst-code.ts';
import { createTextSetter } from '../../src/editions/pdf/typst-text.ts';

const compiler = NodeCompiler.create({});

/** The value of Typst expressions. */
function valuesOf(expressions: readonly string[]): unknown {
  const mainFileContent = `#metadata((${expressions.join(', ')},))<values>`;
  const [found] = compiler.query({ mainFileContent }, { selector: '<values>' }) as { value: unknown }[];
  return found?.value;
}

describe('texts as Typst code', () => {
  it('any text is a string with the same characters, and never code', () => {
    const texts = fc.sample(fc.string({ unit: 'binary', maxLength: 40 }), 2000);
    const hostile = ['"', '\\', '\\u{41}', '#eval("1")', '"+1+"', '\n', '\r\n', '\u{0}', '*/', '//', '$x$'];
    expect(valuesOf([...hostile, ...texts].map(literal))).toEqual([...hostile, ...texts]);
  });

  it('sets the characters of a text, except white space, in order', () => {
    const setter = createTextSetter(
      () => true,
      () => undefined,
    );
    const parts = fc.constantFrom(
      '·',
      '—',
      '～',
      '×',
      '甲',
      '乙。',
      'a',
      'https://',
      ' ',
      '"',
      '\\',
      '，',
      '“',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), (chosen) => {
        const text = chosen.join('');
        const strings = setter
          .text(text)
          .join('')
          .matchAll(/"((?:[^"\\]|\\.)*)"/gu);
        const set = Array.from(strings, ([, value = '']) => value.replaceAll(/\\(.)/gu, '$1')).join('');
        expect(set).toBe(text.replaceAll(/ +/gu, ' '));
      }),
    );
  });

  it('joins a mark that begins no line with the character before it, and divides long addresses', () => {
    const setter = createTextSetter(
      (character) => character !== '𠀀',
      () => undefined,
    );
    expect(setter.text('他说——好')).toEqual(['"他"', 'joined({\n"说——"\n})', '"好"']);
    expect(setter.text('甲𠀀乙')).toEqual(['"甲"', 'missing("U+20000")', '"乙"']);
    expect(setter.text('abcdefghijklmn')).toEqual(
      ['ab', 'cd', 'ef', 'gh', 'ij', 'kl', 'mn'].map((piece) => `joined({\n"${piece}"\n})`),
    );
  });
});
