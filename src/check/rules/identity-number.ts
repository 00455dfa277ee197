import { findPersonalNumbers, maskNumber } from '#core/text/personal-number.ts';
import type { TextRule } from '../text-rule.ts';

const NAMES = { identity: '身份证号', card: '银行卡号' };

export const rule: TextRule = {
  id: 'identity-number',
  severity: 'error',
  title: '证件和银行卡号',
  why: '身份证号和银行卡号是个人信息，不得刊出。',
  examples: [
    {
      bad: '联系人身份证号11010519491231002X。',
      line: 1,
      column: 8,
      problem: '这里有身份证号 1101****2X',
      fix: '删去，说明它的字（“身份证号”“账户”）也删去',
      good: '联系人姓名已核对。',
    },
    {
      bad: '第一段。\n\n捐款账户6222 0212 3456 7894 12X。'.replace(' 12X', ''),
      line: 3,
      column: 5,
      problem: '这里有银行卡号 6222****94',
      fix: '删去，说明它的字（“身份证号”“账户”）也删去',
      good: '第一段。\n\n捐款账户见官网。',
    },
    {
      bad: '身份证：440524 18800101 0014。',
      line: 1,
      column: 5,
      problem: '这里有身份证号 4405****14',
      fix: '删去，说明它的字（“身份证号”“账户”）也删去',
      good: '身份证已核对。',
    },
  ],
  fine: [
    '信用代码91130100MA0ABC1234，编号130102199001011234567。',
    '订单号110105194912310021。',
    '产值622202亿元。',
  ],
  find: ({ passages }) =>
    passages.flatMap((passage) =>
      findPersonalNumbers(passage.text).flatMap(({ kind, number, index, length }) =>
        kind === 'mobile'
          ? []
          : [
              {
                passage,
                index,
                length,
                problem: `这里有${NAMES[kind]} ${maskNumber(kind, number)}`,
                fix: '删去，说明它的字（“身份证号”“账户”）也删去',
              },
            ],
      ),
    ),
};
