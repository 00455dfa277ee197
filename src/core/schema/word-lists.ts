import { z } from 'zod';
import { field, text } from './field.ts';

/** A function, because labels are registered by schema and each field needs its own. */
const wordings = () =>
  z.array(
    z.strictObject({
      wrong: field('错的写法', '招商引姿', text(40)),
      right: field('对的写法', '招商引资', text(40)),
      except: field('不算错的', '[某某引姿]', z.array(text(40))).optional(),
    }),
  );
const words = () => z.array(text(60));

/** `content/check.yaml`: word lists of the editors, added to the built-in lists of the check. */
export const wordListsSchema = z.strictObject({
  typos: field('错字', '[{ wrong: 招商引姿, right: 招商引资 }]', wordings()).optional(),
  places: field('地名写法', '[{ wrong: 错的写法, right: 对的写法 }]', wordings()).optional(),
  phrases: field('常用提法', '[京津冀]', words()).optional(),
  residue: field('残留字样', '[点击下载全文]', words()).optional(),
  maps: field('地图字样', '[分布图]', words()).optional(),
  doubles: field('不算叠字的词', '[某某某]', words()).optional(),
  distinct: field('不是一家的近似名称', '[甲东模具, 甲冬模具]', words()).optional(),
});

export type WordListsFile = z.infer<typeof wordListsSchema>;
