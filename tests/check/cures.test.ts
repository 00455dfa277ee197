import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { articleText, checkText } from '../../src/check/check-text.ts';
import { fixText } from '../../src/check/fix-text.ts';
import type { TextFinding } from '../../src/check/text-rule.ts';
import { TEXT_RULES } from '../../src/check/text-rules.ts';
import { inspect } from '../../src/markdown/inspect.ts';
import { parseBody } from '../../src/markdown/parse.ts';
import { followed } from '../lib/follow-cure.ts';
import { BLIND, BLIND_AGAIN } from './planted-blind.ts';
import { BLIND_THIRD } from './planted-third.ts';
import { PLANTED } from './planted.ts';

/** Fixes that contain the text to write instead of the wrong one. */
const REPLACEMENT =
  /^(?:改成|改成半角：|改成全角的|重新打一个|统一成)“?([^“”；，、或（）\s]+)”?(?:$|[；，（])/u;

const input = (body: string) => ({ body, format: 'md' as const, bodyLine: 1 });
/** The findings of all rules about a body: those about its text and those about its Markdown. */
const messagesOf = (body: string) =>
  [...checkText(input(body)), ...inspect(parseBody(body, 'md', 1), 'md', 1).findings].map(
    ({ rule, problem }) => `${rule} ${problem}`,
  );

/** The body with a fix applied; undefined if the fix is only advice, or its place is not in the body. */
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

const TEXTS = [...new Set([...examples, ...planted])];
/** Rules whose fixes need the manuscript, a number or the meaning of the text; `--fix` corrects `repeated-mark`. */
const UNTRIED = [
  'map-approval',
  'mojibake',
  'percentage',
  'promised-count',
  'repeated-mark',
  'repeated-run',
  'sum',
];
/** Two findings whose corrections belong together: one alone leaves a fragment that ends without a mark. */
const PAIRED = new Set(planted.filter((body) => /^‘[^’]*”$/u.test(body)));
const idOf = (message: string) => message.split(' ')[0] ?? '';

/** The findings of a corrected text that are new or remain; undefined if there are none. */
function worseIn(before: readonly string[], body: string, corrected: string): string | undefined {
  const after = messagesOf(corrected);
  const known = new Set(before.map(idOf));
  const added = after.filter((each) => !known.has(idOf(each)));
  const isWorse = corrected === body || added.length > 0 || after.length > before.length;
  return isWorse ? `${body} → ${corrected}: ${after.join('；')}` : undefined;
}

it('no correction makes a text worse: the finding is gone, and there is no new one', () => {
  let tried = 0;
  const worse: string[] = [];
  const untried = new Set<string>();
  const triedRules = new Set<string>();
  for (const body of TEXTS) {
    const article = articleText(input(body));
    const before = messagesOf(body);
    for (const rule of TEXT_RULES) {
      for (const finding of rule.find(article)) {
        const corrected = cured(body, finding) ?? followed(body, finding);
        if (corrected === undefined) {
          untried.add(rule.id);
          continue;
        }
        tried += 1;
        triedRules.add(rule.id);
        const problem = PAIRED.has(body) ? undefined : worseIn(before, body, corrected);
        if (problem) worse.push(`${rule.id}: ${finding.fix}: ${problem}`);
      }
    }
  }
  expect(worse).toEqual([]);
  expect(tried).toBeGreaterThan(200);
  expect([...untried].filter((id) => !triedRules.has(id)).sort()).toEqual(UNTRIED);
});

it('--fix makes no text worse, and needs one run', () => {
  const folder = new URL('./clean/', import.meta.url);
  const clean = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
  for (const body of [...TEXTS, ...clean]) {
    const fixed = fixText(body, 'md');
    if (fixed === body) continue;
    expect([body, worseIn(messagesOf(body), body, fixed)]).toEqual([body, undefined]);
    expect(fixText(fixed, 'md')).toBe(fixed);
  }
});

it('the corrected texts of examples have no findings of any rule', () => {
  // Texts of a rule about line breaks: another rule asks whether the breaks are intended.
  const isAsked = (message: string) => message.startsWith('joined-lines ');
  const right = TEXT_RULES.flatMap((rule) => [
    ...rule.examples.filter(({ field }) => field === undefined).map(({ good }) => good),
    ...(rule.fine ?? []),
  ]);
  expect(
    right
      .map((body) => [body, messagesOf(body).filter((each) => !isAsked(each))])
      .filter(([, messages]) => messages?.length),
  ).toEqual([]);
});
