import type { Passage, TextFinding, TextPosition, TextRule } from '../text-rule.ts';
import { repeatedRuns } from './repeated-run/repeated-runs.ts';

/** Shortest run, in characters, that is reported. */
const MIN_LENGTH = 20;
const MAX_HEADLINE_LENGTH = 50;
/** A shorter run without punctuation may be a long name, in characters. */
const MAX_NAME_LENGTH = 28;
const NAME_END =
  /(?:公司|集团|中心|研究院|研究所|大学|学院|委员会|园区?|开发区|新区|基地|办法|意见|方案|条例|规划|工程|项目|活动|大会|会议|论坛|行动|体系|平台|局|厅|部|厂)$/u;

export const rule: TextRule = {
  id: 'repeated-run',
  severity: 'warning',
  title: '整句重复',
  why: '转排或粘贴时同一段文字进来两次，往往还挤掉了别的文字。',
  examples: [
    {
      bad: '园区先修路后盖房，水电气的管线一次铺到厂门口，再引进项目。\n\n后来，园区先修路后盖房，水电气的管线一次铺到厂门口。',
      line: 3,
      column: 4,
      problem: '这里与第1行有22个字一样：“园区先修路后盖房，水电气的管线一次铺到厂门口”',
      fix: '留下一处；如果这里挤掉了别的文字，对照原稿补上',
      good: '园区先修路后盖房，水电气的管线一次铺到厂门口，再引进项目。\n\n后来，项目来了。',
    },
    {
      bad: '地先平整好，水电路先通，项目来了就能开工建设。地先平整好，水电路先通，项目来了就能开工建设。',
      line: 1,
      column: 24,
      problem: '这里与第1行有23个字一样：“地先平整好，水电路先通，项目来了就能开工建设。”',
      fix: '留下一处；如果这里挤掉了别的文字，对照原稿补上',
      good: '地先平整好，水电路先通，项目来了就能开工建设。',
    },
    {
      bad: '把散在各处的小厂请进一个院子里统一治污统一办证统一采购原料统一培训。\n\n- 把散在各处的小厂请进一个院子里统一治污统一办证统一采购原料统一培训',
      line: 3,
      column: 3,
      problem: '这里与第1行有33个字一样：“把散在各处的小厂请进……统一采购原料统一培训”',
      fix: '留下一处；如果这里挤掉了别的文字，对照原稿补上',
      good: '把散在各处的小厂请进一个院子里统一治污统一办证统一采购原料统一培训。',
    },
  ],
  fine: [
    '某省某市某县经济技术开发区建设发展有限公司成立。\n\n某省某市某县经济技术开发区建设发展有限公司开工。',
    '工业投资增长10%，税收增长5%。\n\n工业投资增长12%，税收增长6%。',
  ],
  find({ passages }) {
    const prose = passages.filter(
      (passage) =>
        ['item', 'note'].includes(passage.kind) || (passage.kind === 'paragraph' && !isHeadline(passage)),
    );
    return repeatedRuns(prose, MIN_LENGTH).flatMap(({ first, passage, index, length }) =>
      isRun(passage.text.slice(index, index + length)) ? findingFor(first, passage, index, length) : [],
    );
  },
};

/** A headline typed as a paragraph, which the text repeats. */
function isHeadline({ text }: Passage): boolean {
  return text.length < MAX_HEADLINE_LENGTH && !/[。！？；，：…]/u.test(text);
}

/** Set phrases that are the same everywhere. */
const FORMULA =
  /习近平|党中央|中共中央|总书记|二十大|十[八九]大|二十届|中全会|社会主义|中国特色|中国式现代化|共同体|新时代|讲话精神/u;

/** Whether a run is at least a sentence, not a long name or a row of numbers. */
function isRun(run: string): boolean {
  const hanzi = run.match(/\p{sc=Han}/gu)?.length ?? 0;
  if (hanzi < MIN_LENGTH / 2 || (run.length < MAX_NAME_LENGTH + MIN_LENGTH && FORMULA.test(run)))
    return false;
  if (/[，。；！？：]/u.test(run.slice(1, -1))) return true;
  const bare = run.slice(0, MAX_NAME_LENGTH).replace(/[，。；！？：、）”》\s]{1,4}$/u, '');
  return (
    !/[《“][^》”]*$/u.test(bare) &&
    (run.length >= MAX_NAME_LENGTH || !(bare.includes('、') || NAME_END.test(bare)))
  );
}

function findingFor(first: TextPosition, passage: Passage, index: number, length: number): TextFinding {
  const { line } = first.passage.place(first.index);
  const run = passage.text.slice(index, index + length);
  const quoted = length <= 24 ? run : `${run.slice(0, 10)}……${run.slice(-10)}`;
  return {
    passage,
    index,
    length,
    problem: `这里与第${line}行有${length}个字一样：“${quoted}”`,
    fix: '留下一处；如果这里挤掉了别的文字，对照原稿补上',
  };
}
