/**
 * The check: rules for the text of articles, the documentation of the rules that the loader applies, and
 * reports of what both find. Other folders import this file only.
 */
export { CONTENT_RULES, RULES_WITHOUT_EXAMPLES } from './content-rules/content-rules.ts';
export type { ContentExample } from './content-rules/content-rule.ts';
export { fixText } from './fix-text.ts';
export { type FormerArticle, lostAddresses } from './lost-addresses.ts';
export { blockingProofreader, proofreader } from './proofreader.ts';
export { githubReport } from './reporters/github.ts';
export { gitlabReport } from './reporters/gitlab.ts';
export { markdownReport } from './reporters/markdown.ts';
export { terminalReport } from './reporters/terminal.ts';
export type { TextRule } from './text-rule.ts';
export { TEXT_RULES } from './text-rules.ts';
