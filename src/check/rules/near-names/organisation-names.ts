import type { TextPosition } from '../../text-rule.ts';
import { wordsAround } from '../../text/segment.ts';

/** Characters in which two right names often differ: numbers, directions, ranks, particles. */
const DISTINGUISHING = new Set(
  '一二三四五六七八九十百千万亿两零甲乙丙丁东南西北中上下左右前后内外大小高低新老旧男女正副总分省市县区镇乡村的了在和是与及将把被从向以就也都还而并或但其于由这那我你他她它们为之所不有无来去到等对使给让年月日个家项条时元再又已最更很各每某该此',
);

/** Endings of the names of organisations. */
export const ORGANISATION_ENDINGS =
  /有限公司|公司|集团|产业园|工业园|科技园|创新园|物流园|产业城|开发区|高新区|经开区|新区|基地|中心|研究院|研究所|实验室|学院|大学|医院|银行|合作社|总部|工厂/u;
const ENDED = new RegExp(`(?:${ORGANISATION_ENDINGS.source})$`, 'u');
/** Short names of firms: two or three characters and the trade. */
const SHORT_FIRM_NAME =
  /^\p{sc=Han}{2,3}(?:科技|重工|股份|药业|食品|新材|机械|电子|电气|化工|汽车|能源|生物|精密|智能|钢铁|纺织|集成|光电|装备)/u;
/** Most characters of an organisation's name. */
const MAX_NAME_LENGTH = 13;

export function characterAt({ passage, index }: TextPosition): string {
  return passage.text[index] ?? '';
}

/** Whether a character may be a typing error for another one. */
export function mayBeMistyped(char: string | undefined): boolean {
  return char !== undefined && !DISTINGUISHING.has(char);
}

/** Whether the character is not part of a longer word. */
export function isAlone({ passage, index }: TextPosition): boolean {
  return wordsAround(passage.text, index).some((word) => word.index === index && word.text.length === 1);
}

/** Whether the name of an organisation ends with the character. */
export function endsOrganisation({ passage, index }: TextPosition): boolean {
  return ENDED.test(passage.text.slice(0, index + 1));
}

/** Whether a word begins here, and the name of an organisation ends soon. */
export function beginsOrganisation({ passage, index }: TextPosition): boolean {
  const isStart = wordsAround(passage.text, index).some((word) => word.index === index);
  const name = passage.text.slice(index, index + MAX_NAME_LENGTH);
  return isStart && (ORGANISATION_ENDINGS.test(name) || SHORT_FIRM_NAME.test(name));
}
