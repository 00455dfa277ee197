import type { ContentRuleId } from '#core/rule-id.ts';

/** What editors read of a rule that is applied while a content folder is read. */
export interface RuleText {
  severity: 'error' | 'warning';
  /** Short Chinese name. */
  title: string;
  /** One Chinese sentence for the handbook. */
  why: string;
  /** They are the rule's tests and its page of the handbook. */
  examples: readonly ContentExample[];
}

export interface ContentRule extends RuleText {
  id: ContentRuleId;
}

export type RulesById<T = RuleText> = Partial<Record<ContentRuleId, T>>;

/** A wrong piece of a content folder with its message, and the same piece corrected. */
export interface ContentExample {
  /**
   * What the pieces are: lines of an article's front matter; its body; its whole file; its file name;
   * or, with a path inside the content folder, lines of that YAML file.
   */
  in: 'front matter' | 'body' | 'file' | 'file name' | `${string}.yaml`;
  bad: string;
  problem: string;
  fix: string;
  /** Further messages of the same rule. */
  also?: readonly { problem: string; fix: string }[];
  good: string;
  /** The format of the article, where it is not `.md`. */
  format?: 'mdx';
}
