import { expect, it } from 'vitest';
import { articleText, checkText } from '../../src/check/check-text.ts';
import type { TextFinding } from '../../src/check/text-rule.ts';
import { TEXT_RULES } from '../../src/check/text-rules.ts';
import { BLIND, BLIND_AGAIN } from './planted-blind.ts';
import { BLIND_THIRD } from './planted-third.ts';
import { PLANTED } from './planted.ts';

/** Cures that give the text to stand in the place of what is wrong. */
const REPLACEMENT =
  /^(?:改成|改成半角：|改成全角的|重新打一个|统一成)“?([^“”；，、或（）\s]+)”?(?:$|[；，（])/u;

const input = (body: string) => ({ body, format: 'md' as const, bodyLine: 1 });
const told = (body: string) => checkText(input(body)).map(({ rule, problem }) => `${rule} ${problem}`);

/** The body with a cure in place; undefined where the cure is advice only, or its place is not in the body. */
function cured(body: string, { passage, index, length, fix }: TextFinding): string | undefined {
  const text = REPLACEMENT.exec(fix)?.[1];
  const [start, end] = [passage.offsets?.[index], passage.offsets?.[index + length - 1]];
  if (start === undefined || end === undefined) return undefined;
  if (fix.startsWith('删去一个：')) return body.slice(0, start) + body.slice(start + length / 2);
  return text === undefined ? undefined : body.slice(0, start) + text + body.slice(end + 1);
}

const planted = [...PLANTED, ...BLIND, ...BLIND_AGAIN, ...BLIND_THIRD].map(([, , wrong]) => wrong);
const examples = TEXT_RULES.flatMap((rule) =>
  rule.examples.filter(({ field }) => field === undefined).map(({ bad }) => bad),
);

it('no cure makes a text worse: what was told is gone, and nothing new is told', () => {
  let tried = 0;
  const worse: string[] = [];
  for (const body of new Set([...examples, ...planted])) {
    const article = articleText(input(body));
    const before = told(body);
    for (const rule of TEXT_RULES) {
      for (const flaw of rule.find(article)) {
        const mended = cured(body, flaw);
        if (mended === undefined) continue;
        tried += 1;
        const after = told(mended);
        const added = new Set(
          after
            .map((each) => each.split(' ')[0])
            .filter((id) => !before.some((each) => each.startsWith(`${id} `))),
        );
        if (mended === body || added.size > 0 || after.length > before.length)
          worse.push(`${rule.id}: ${body} → ${mended}: ${after.join('；')}`);
      }
    }
  }
  expect(worse).toEqual([]);
  expect(tried).toBeGreaterThan(100);
});
