import { wordsAround } from './segment.ts';

/** Words that begin with a kind of place and can follow its name: 某县县委. */
const OFFICES = /^[省市县区州乡镇][委长级城直内]/u;

/** Whether asterisks before `index` replace a place's name: `**县以推进`, not `**市场主体`. */
export function isMaskedPlace(text: string, index: number): boolean {
  if (!/^[省市县区州乡镇村旗]/u.test(text.slice(index, index + 1))) return false;
  const word = wordsAround(text, index).find((each) => each.index === index);
  return word === undefined || word.text.length === 1 || OFFICES.test(word.text);
}
