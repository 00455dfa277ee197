import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startCpuTimer } from '../../lib/cpu-timer.ts';
import type { Role } from '#core/byline.ts';
import {
  readBareNames,
  readBylineLine,
  readEditorLine,
  readNames,
  readSignature,
} from '#core/byline/byline-line.ts';
import { readCredit } from '../../../src/import/patterns/credit.ts';
import { readDateline } from '../../../src/import/patterns/dateline.ts';
import { isPlausibleName } from '#core/byline/person-names.ts';
import { readDateLine, readSourceLine } from '../../../src/import/patterns/source-line.ts';
import { readOrgLine, readTail } from '../../../src/import/patterns/signature-tail.ts';

describe('names', () => {
  it.each([
    '王伟',
    '李小娜',
    '欧阳小明',
    '司马光明',
    '阿依古丽·买买提',
    '张某',
    '张某君',
    '某某',
    '甲某',
    '李××',
  ])('%s is one', (text) => expect(isPlausibleName(text)).toBe(true));
  it.each([
    '高新',
    '高质量',
    '金融',
    '常委',
    '党建',
    '安全',
    '项目',
    '成效',
    '文化',
    '万亿',
    '欧阳',
    '某县',
    '某某县',
    '王',
  ])('%s is none', (text) => expect(isPlausibleName(text)).toBe(false));
  it('are read from a list of names', () => {
    expect(readNames('王小明、李四 王　伟')).toEqual(['王小明', '李四', '王伟']);
    expect(readNames('王小明 安全')).toBeUndefined();
  });
});

const name = fc
  .tuple(
    fc.constantFrom(...'王李张刘陈杨赵黄周吴徐孙胡朱郭何罗宋郑谢', '欧阳', '诸葛'),
    fc.string({ unit: fc.constantFrom(...'伟芳娜敏静丽涛艳勇杰霞鹏浩宇鑫晨'), minLength: 1, maxLength: 2 }),
  )
  .map((parts) => parts.join(''));
const spaced = (text: string) => ([...text].length === 2 ? [...text].join('　') : text);

describe('any names', () => {
  const TEMPLATES: [(a: string, b: string) => string, Role, Role][] = [
    [(a, b) => `□ ${a} ${b}`, '作者', '作者'],
    [(a, b) => `本报记者 ${a} 通讯员 ${b}`, '记者', '通讯员'],
    [(a, b) => `本报记者${a}通讯员${b}`, '记者', '通讯员'],
    [(a, b) => `（记者${a}、${b}）`, '记者', '记者'],
    [(a, b) => `文/${a} 图/${b}`, '作者', '摄影'],
    [(a, b) => `${a} ${b} 摄影报道`, '作者', '作者'],
    [(a, b) => `特约记者：${a}　特约通讯员：${b}`, '特约记者', '特约通讯员'],
  ];
  it.each(TEMPLATES)('%s is read back', (template, first, second) => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const expected = [
          { name: a, role: first },
          { name: b, role: second },
        ];
        expect(readBylineLine(template(a, b))).toEqual(expected);
        expect(readBylineLine(template(spaced(a), spaced(b)))).toEqual(expected);
      }),
    );
  });

  it('are read back from a dateline, a tail and a credit; the length of a dateline matches its text', () => {
    const words = fc.string({
      unit: fc.constantFrom(...'本报讯（）()记者通员电 　：、9月15日王伟近社网'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(name, name, words, (a, b, text) => {
        expect(readDateline(`本报讯（记者 ${a} 通讯员 ${b}）近日`)?.people.map((each) => each.name)).toEqual([
          a,
          b,
        ]);
        expect(readTail(`某园区在建。（${a} ${b}）`)?.people.map((each) => each.name)).toEqual([a, b]);
        expect(readCredit(`图为某园区。 ${a} ${b} 摄`)?.people.map((each) => each.name)).toEqual([a, b]);
        const read = readDateline(`本报讯${text}`);
        if (read) expect(`本报讯${text}`.slice(0, read.length).trim()).toBe(read.dateline);
      }),
    );
  });

  it('long or hostile text is read quickly', () => {
    const readers = [readBylineLine, readBareNames, readEditorLine, readSignature, readDateline, readTail];
    const all = [...readers, readOrgLine, readSourceLine, readDateLine, readCredit];
    const units = ['（', '记者', '王 ', '王小明 ', '文/图 ', '来源：', '2022-', '·', ' ', '某县'];
    const usedCpu = startCpuTimer();
    for (const unit of units) {
      for (const count of [20, 60, 160, 2_000_000]) for (const read of all) read(unit.repeat(count));
    }
    expect(usedCpu()).toBeLessThan(5000);
  });
});
