import type { ContentRuleId } from '#core/rule-id.ts';
import { BODY_RULES } from './body.ts';
import type { ContentRule, RulesById, RuleText } from './content-rule.ts';
import { FIELD_RULES } from './fields.ts';
import { FILE_RULES, UNSHOWN_RULES } from './files.ts';
import { LINK_RULES } from './links.ts';
import { NAME_RULES } from './names.ts';

type UnshownRule = Omit<ContentRule, 'examples'>;

/** The rules that examples can show, by topic, in the order of the handbook. */
export const CONTENT_RULES: readonly { about: string; rules: readonly ContentRule[] }[] = [
  { about: '稿件信息', rules: withIds<RuleText>(FIELD_RULES) },
  { about: '名称和名录', rules: withIds<RuleText>(NAME_RULES) },
  { about: '正文写法', rules: withIds<RuleText>(BODY_RULES) },
  { about: '链接和图片', rules: withIds<RuleText>(LINK_RULES) },
  { about: '文件和期', rules: withIds<RuleText>(FILE_RULES) },
];

/** Rules that no single piece of text can show. */
export const RULES_WITHOUT_EXAMPLES: readonly UnshownRule[] =
  withIds<Omit<RuleText, 'examples'>>(UNSHOWN_RULES);

// A rule without a description does not compile.
({
  ...FIELD_RULES,
  ...NAME_RULES,
  ...BODY_RULES,
  ...LINK_RULES,
  ...FILE_RULES,
  ...UNSHOWN_RULES,
}) satisfies Record<ContentRuleId, unknown>;

function withIds<T extends object>(rules: RulesById<T>): (T & { id: ContentRuleId })[] {
  return Object.entries(rules).map(([id, rule]) => ({ id: id as ContentRuleId, ...rule }));
}
