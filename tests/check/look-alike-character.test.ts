import { expect, it } from 'vitest';
import { checkText } from '../../src/check/check-text.ts';
import { fixText } from '../../src/check/fix-text.ts';
import { rule } from '../../src/check/rules/look-alike-character.ts';

const characters = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index));
/** The radicals of both blocks; 2E9A is no character. */
const RADICALS = [
  ...characters(0x2e80, 0x2e99),
  ...characters(0x2e9b, 0x2ef3),
  ...characters(0x2f00, 0x2fd5),
];
const told = (body: string) => checkText({ body, format: 'md', bodyLine: 1 }, [rule]);

it.each(RADICALS)('%s is told of, and a cure is another character, one of the hanzi', (radical) => {
  const [finding] = told(`甲园${radical}开工。`);
  const cure = /^重新打一个“(.+)”，/u.exec(finding?.fix ?? '')?.[1];
  if (cure === undefined) {
    expect(finding?.fix).toBe('对照原稿，重新打这个字');
    expect(fixText(radical, 'md')).toBe(radical);
  } else {
    expect(cure).toMatch(/^\p{Unified_Ideograph}$/u);
    expect(fixText(radical, 'md')).toBe(cure);
  }
});

it('agrees with NFKC, where that knows the hanzi of a radical', () => {
  const known = RADICALS.filter((radical) => radical.normalize('NFKC') !== radical);
  expect(known).toHaveLength(216);
  expect(known.map((radical) => fixText(radical, 'md'))).toEqual(
    known.map((radical) => radical.normalize('NFKC')),
  );
});

it.each(['﨎', '﨏', '﨑', '礼'])('%s is a hanzi of its own, or is made one', (sign) => {
  expect(told(fixText(sign, 'md'))).toEqual([]);
});

it.each(['一家三口👨\u200D👩\u200D👧', '彩旗🏳️\u200D🌈', '5️⃣个项目', '👍🏽'])('%s stays whole', (text) => {
  expect(fixText(text, 'md')).toBe(text);
});
