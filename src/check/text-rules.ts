import type { TextRuleId } from '#core/rule-id.ts';
import type { TextRule } from './text-rule.ts';
import { rule as asciiMark } from './rules/ascii-mark.ts';
import { rule as cutParagraph } from './rules/cut-paragraph.ts';
import { rule as dash } from './rules/dash.ts';
import { rule as doubledCharacter } from './rules/doubled-character.ts';
import { rule as doubledWord } from './rules/doubled-word.ts';
import { rule as ellipsis } from './rules/ellipsis.ts';
import { rule as enumeration } from './rules/enumeration.ts';
import { rule as fullWidth } from './rules/full-width.ts';
import { rule as hanziSpace } from './rules/hanzi-space.ts';
import { rule as identityNumber } from './rules/identity-number.ts';
import { rule as impossibleDate } from './rules/impossible-date.ts';
import { rule as invisibleCharacter } from './rules/invisible-character.ts';
import { rule as knownName } from './rules/known-name.ts';
import { rule as lookAlikeCharacter } from './rules/look-alike-character.ts';
import { rule as mapApproval } from './rules/map-approval.ts';
import { rule as markdownLeft } from './rules/markdown-left.ts';
import { rule as mask } from './rules/mask.ts';
import { rule as mojibake } from './rules/mojibake.ts';
import { rule as nearNames } from './rules/near-names.ts';
import { rule as numberMark } from './rules/number-mark.ts';
import { rule as percentage } from './rules/percentage.ts';
import { rule as placeWording } from './rules/place-wording.ts';
import { rule as promisedCount } from './rules/promised-count.ts';
import { rule as quoteEnd } from './rules/quote-end.ts';
import { rule as repeatedMark } from './rules/repeated-mark.ts';
import { rule as repeatedRun } from './rules/repeated-run.ts';
import { rule as residue } from './rules/residue.ts';
import { rule as sum } from './rules/sum.ts';
import { rule as titleMark } from './rules/title-mark.ts';
import { rule as unbalancedPair } from './rules/unbalanced-pair.ts';
import { rule as unit } from './rules/unit.ts';
import { rule as wrongWord } from './rules/wrong-word.ts';
import { rule as yearZero } from './rules/year-zero.ts';

/** Every rule for texts, in the order of the handbook. */
const RULES_BY_ID: Record<TextRuleId, TextRule> = {
  residue,
  mask,
  mojibake,
  'markdown-left': markdownLeft,
  'identity-number': identityNumber,
  'place-wording': placeWording,
  'map-approval': mapApproval,
  'unbalanced-pair': unbalancedPair,
  'quote-end': quoteEnd,
  'ascii-mark': asciiMark,
  'full-width': fullWidth,
  'repeated-mark': repeatedMark,
  ellipsis,
  dash,
  'hanzi-space': hanziSpace,
  'invisible-character': invisibleCharacter,
  'look-alike-character': lookAlikeCharacter,
  'year-zero': yearZero,
  'title-mark': titleMark,
  'doubled-character': doubledCharacter,
  'doubled-word': doubledWord,
  'repeated-run': repeatedRun,
  'cut-paragraph': cutParagraph,
  'wrong-word': wrongWord,
  'known-name': knownName,
  'near-names': nearNames,
  enumeration,
  'promised-count': promisedCount,
  percentage,
  sum,
  'number-mark': numberMark,
  unit,
  'impossible-date': impossibleDate,
};

/** All rules for texts, in the order of the handbook. */
export const TEXT_RULES: readonly TextRule[] = Object.values(RULES_BY_ID);
