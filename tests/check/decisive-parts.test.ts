import { describe, expect, it } from 'vitest';
import { checkText, type TextInput } from '../../src/check/check-text.ts';
import { defaultWords } from '../../src/check/words/word-lists-fs.ts';
import type { Passage, TextRule } from '../../src/check/text-rule.ts';
import { TEXT_RULES } from '../../src/check/text-rules.ts';
import { MORE_CASES } from './more-cases.ts';
import { ALL_PLANTED, aroundPlanted } from './planted-places.ts';

/*
 * What each example of a rule hangs on. A line begins with the number of findings in a text. The parts in ⟦⟧ are those
 * without which the rule finds more or less; after `+` those that make a difference when they stand twice, or when a
 * number is greater by one. A change of a rule shows here which texts it decides differently.
 */

function countFindings(rule: TextRule, text: string, field?: string): number {
  const fields = field === undefined ? [] : [{ key: field, text, line: 1, column: 1 }];
  const input: TextInput = { body: field === undefined ? text : '', format: 'md', bodyLine: 1, fields };
  return checkText(input, [rule]).length;
}

/** Like `countFindings`, for a sentence without Markdown: quicker, because nothing is parsed. */
function countInSentence(rule: TextRule, text: string): number {
  const place = (index: number) => ({ line: 1, column: index + 1 });
  const passage: Passage = { kind: 'paragraph', text, block: 0, bold: false, place };
  return rule.find({ passages: [passage], source: [passage], words: defaultWords() }).length;
}

/** Numbers, words of Latin letters, and single characters otherwise. */
const PART = /[0-9]+|[A-Za-z]+|[\s\S]/gu;

type Change = (part: string) => string;
const without: Change = () => '';
const more: Change = (part) => (/^[0-9]+$/u.test(part) ? String(Number(part) + 1) : part + part);

function withDecisiveParts(text: string, count: (text: string) => number, change = without): string {
  const whole = count(text);
  const marked = [...text.matchAll(PART)].map(({ 0: part, index }) => {
    const changed = text.slice(0, index) + change(part) + text.slice(index + part.length);
    return count(changed) === whole ? part : `⟦${part}⟧`;
  });
  return `${whole} ${marked.join('').replaceAll('⟧⟦', '').replaceAll('\n', '⏎')}`;
}

/** A text of one paragraph without any mark of Markdown. */
const PLAIN = /^[^\n*_#`[\]\\|<>&!~+-]+$/u;
/** The end of a sentence or of a paragraph. */
const END = /(?<=。)(?!\n)|\n\n/u;

describe.each(TEXT_RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('what its examples hang on', async () => {
    const texts = [
      ...rule.examples.flatMap(({ bad, good, field }) => [bad, good].map((text) => ({ text, field }))),
      ...[...(rule.fine ?? []), ...(MORE_CASES[id] ?? [])].map((text) => ({ text, field: undefined })),
    ];
    const lines = texts.flatMap(({ text, field }) => {
      const isSentence = field === undefined && PLAIN.test(text);
      const count = (each: string) =>
        isSentence ? countInSentence(rule, each) : countFindings(rule, each, field);
      return [withDecisiveParts(text, count), `+ ${withDecisiveParts(text, count, more)}`];
    });
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`decisive-parts/${id}.txt`);
  });

  it('what the planted sentences hang on', async () => {
    const lines = ALL_PLANTED.filter((planted) => planted[3] === id).flatMap((planted) =>
      [true, false].flatMap((isWrong) => {
        const sentence = aroundPlanted(planted, END, isWrong);
        const count = (text: string) => countInSentence(rule, text);
        return [withDecisiveParts(sentence, count), `+ ${withDecisiveParts(sentence, count, more)}`];
      }),
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`decisive-parts/${id}-planted.txt`);
  });
});
