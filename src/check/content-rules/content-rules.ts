import { BODY_RULES } from './body.ts';
import type { ContentRule } from './content-rule.ts';
import { FIELD_RULES } from './fields.ts';
import { FILE_RULES } from './files.ts';
import { LINK_RULES } from './links.ts';
import { NAME_RULES } from './names.ts';

export { RULES_WITHOUT_EXAMPLES } from './files.ts';

/** The rules of the loader that examples can show, by what they are about, in the order of the handbook. */
export const CONTENT_RULES: readonly { about: string; rules: readonly ContentRule[] }[] = [
  { about: '稿件信息', rules: FIELD_RULES },
  { about: '名称和名录', rules: NAME_RULES },
  { about: '正文写法', rules: BODY_RULES },
  { about: '链接和图片', rules: LINK_RULES },
  { about: '文件和期', rules: FILE_RULES },
];
