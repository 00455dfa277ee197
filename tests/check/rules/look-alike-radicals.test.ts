import { expect, it } from 'vitest';
import { checkText } from '../../../src/check/check-text.ts';
import { fixText } from '../../../src/check/fix-text.ts';
import { rule } from '../../../src/check/rules/look-alike-character.ts';

const characters = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index));
/** The radicals of both blocks; U+2E9A is unassigned. */
const RADICALS = [
  ...characters(0x2e80, 0x2e99),
  ...characters(0x2e9b, 0x2ef3),
  ...characters(0x2f00, 0x2fd5),
];
const findingsIn = (body: string) => checkText({ body, format: 'md', bodyLine: 1 }, [rule]);

it.each(RADICALS)('reports %s; the fix, if any, is a hanzi', (radical) => {
  const [finding] = findingsIn(`甲园${radical}开工。`);
  const hanzi = /^重新打一个“(.+)”，/u.exec(finding?.fix ?? '')?.[1];
  if (hanzi === undefined) {
    expect(finding?.fix).toBe('对照原稿，重新打这个字');
    expect(fixText(radical, 'md')).toBe(radical);
  } else {
    expect(hanzi).toMatch(/^\p{Unified_Ideograph}$/u);
    expect(fixText(radical, 'md')).toBe(hanzi);
  }
});

it('agrees with NFKC where that maps a radical to a hanzi', () => {
  const known = RADICALS.filter((radical) => radical.normalize('NFKC') !== radical);
  expect(known).toHaveLength(216);
  expect(known.map((radical) => fixText(radical, 'md'))).toEqual(
    // NFKC gives the traditional form of ⼾.
    known.map((radical) => radical.normalize('NFKC').replace('戶', '户')),
  );
});

it.each(['﨎', '﨏', '﨑', '礼'])('accepts %s after --fix', (character) => {
  expect(findingsIn(fixText(character, 'md'))).toEqual([]);
});

it.each(['一家三口👨\u200D👩\u200D👧', '彩旗🏳️\u200D🌈', '5️⃣个项目', '👍🏽'])('keeps %s', (text) => {
  expect(fixText(text, 'md')).toBe(text);
});
