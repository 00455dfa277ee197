import { eachMatch } from '../flaws.ts';
import type { TextRule } from '../rule.ts';

const IDENTITY =
  /(?<![\dA-Za-z])[1-8]\d{5}[ -]?(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx](?![\dA-Za-z])/gu;
/** UnionPay cards, in one run or in groups of four. */
const CARD = /(?<![\dA-Za-z])62\d{2}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![\dA-Za-z])/gu;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

export const rule: TextRule = {
  id: 'identity-number',
  severity: 'error',
  title: '证件和银行卡号',
  why: '身份证号和银行卡号是个人信息，不得刊出。',
  examples: [
    { bad: '联系人身份证号11010519491231002X。', line: 1, column: 8, good: '联系人姓名已核对。' },
    {
      bad: '第一段。\n\n捐款账户6222 0212 3456 7894 12X。'.replace(' 12X', ''),
      line: 3,
      column: 5,
      good: '第一段。\n\n捐款账户见官网。',
    },
    { bad: '身份证：440524 18800101 0014。', line: 1, column: 5, good: '身份证已核对。' },
  ],
  fine: [
    '信用代码91130100MA0ABC1234，编号130102199001011234567。',
    '订单号110105194912310021。',
    '产值622202亿元。',
  ],
  find: ({ passages }) => [
    ...eachMatch(passages, IDENTITY, ([found]) =>
      isIdentity(bare(found)) ? { problem: `这里有身份证号 ${masked(bare(found))}`, fix: '删去' } : undefined,
    ),
    ...eachMatch(passages, CARD, ([found]) =>
      isCard(bare(found)) ? { problem: `这里有银行卡号 ${masked(bare(found))}`, fix: '删去' } : undefined,
    ),
  ],
};

function bare(number: string): string {
  return number.replace(/[ -]/gu, '');
}

function masked(number: string): string {
  return `${number.slice(0, 4)}****${number.slice(-2)}`;
}

/** Check digit of GB 11643. */
function isIdentity(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return '10X98765432'[sum % 11] === number[17]?.toUpperCase();
}

/** Check digit of ISO/IEC 7812 (Luhn). */
function isCard(number: string): boolean {
  const sum = [...number].toReversed().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return number.length >= 16 && sum % 10 === 0;
}
