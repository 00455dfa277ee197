import { expect, it } from 'vitest';
import { fixText } from '../../../src/check/fix-text.ts';

/* What `--fix` makes of texts in which only one correction is possible, and which it leaves to people. */

it.each([
  ['开工，，进场、、完；；好。', '开工，进场、完；好。'],
  ['开工，，，，进场。', '开工，进场。'],
  ['开工，、进场。。完：：好。', '开工，、进场。。完：：好。'],
  ['⼯业⽤地，⻓期⺀。', '工业用地，长期⺀。'],
  ['二○二二年，一九九O年，二◯◯五年。', '二〇二二年，一九九〇年，二〇〇五年。'],
  ['二○二二三，○二二二年。', '二○二二三，○二二二年。'],
])('%j', (text, fixed) => expect(fixText(text, 'md')).toBe(fixed));
