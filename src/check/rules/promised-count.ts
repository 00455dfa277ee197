import type { TextRule } from '../text-rule.ts';
import { comparedAcrossPassages } from './promised-count/across-passages.ts';
import { comparedInSentences } from './promised-count/in-sentences.ts';

export const rule: TextRule = {
  id: 'promised-count',
  severity: 'warning',
  title: '数目不符',
  why: '说是八大任务，下面只有四项：不是数错了，就是稿子被删短了。',
  examples: [
    {
      bad: '重点抓好三件事：一是备地，二是招人。',
      line: 1,
      column: 5,
      problem: '说是“三件事：一是备地”，“一是”到“二是”只有2个',
      fix: '核对原稿：改正数目“三件事”，或补上、删去相应的内容',
      good: '重点抓好两件事：一是备地，二是招人。',
    },
    {
      bad: '县里部署‘五大攻坚’，按月调度。\n\n打好项目建设“大攻坚”。先开工。\n\n打好招商引资“大攻坚”。再签约。\n\n打好环境治理“大攻坚”。后验收。',
      line: 1,
      column: 6,
      problem: '说是“五大攻坚’，按月”，下面的小标题只有3个',
      fix: '核对原稿：改正数目“五大攻坚”，或补上、删去相应的内容',
      good: '县里部署‘三大攻坚’，按月调度。\n\n打好项目建设“大攻坚”。先开工。\n\n打好招商引资“大攻坚”。再签约。\n\n打好环境治理“大攻坚”。后验收。',
    },
    {
      bad: '园区围绕皮革、家居、光伏、装备八大产业招商。',
      line: 1,
      column: 16,
      problem: '说是“八大产业招商。”，列出的只有4个',
      fix: '核对原稿：改正数目“八大”，或补上、删去相应的内容',
      good: '园区围绕皮革、家居、光伏、装备四大产业招商。',
    },
    {
      bad: '提出以下四点要求：\n\n- 备地\n- 招人\n- 修路',
      line: 1,
      column: 5,
      problem: '说是“四点要求：”，下面的清单只有3个',
      fix: '核对原稿：改正数目“四点要求”，或补上、删去相应的内容',
      good: '提出以下三点要求：\n\n- 备地\n- 招人\n- 修路',
    },
    {
      bad: '培育五大集群：皮革、家居、光伏、装备。',
      line: 1,
      column: 3,
      problem: '说是“五大集群：皮革、”，列出的只有4个',
      fix: '核对原稿：改正数目“五大”，或补上、删去相应的内容',
      good: '培育四大集群：皮革、家居、光伏、装备。',
    },
    {
      bad: '设叉车、维修、钳工、电焊五类岗位。',
      line: 1,
      column: 13,
      problem: '说是“五类岗位。”，列出的只有4个',
      fix: '核对原稿：改正数目“五类”，或补上、删去相应的内容',
      good: '设叉车、维修、钳工、电焊四类岗位。',
    },
    {
      bad: '两个园区领先，分别是甲园（5%）、乙园（4%）、丙园（3%）。',
      line: 1,
      column: 1,
      problem: '说是“两个园区领先，分”，列出的却有3个',
      fix: '核对原稿：改正数目“两个”，或补上、删去相应的内容',
      good: '三个园区领先，分别是甲园（5%）、乙园（4%）、丙园（3%）。',
    },
    {
      bad: '下一步做好四件事：建一座厂房，办一所学校，开三条班车线。',
      line: 1,
      column: 6,
      problem: '说是“四件事：建一座厂”，列出的只有3个',
      fix: '核对原稿：改正数目“四件事”，或补上、删去相应的内容',
      good: '下一步做好三件事：建一座厂房，办一所学校，开三条班车线。',
    },
    {
      bad: '实行“三个一”机制，即一个项目、一名领导、一个专班、一张清单。',
      line: 1,
      column: 3,
      problem: '说是““三个一”机制，”，列出的却有4个',
      fix: '核对原稿：改正数目““三个一””，或补上、删去相应的内容',
      good: '实行“四个一”机制，即一个项目、一名领导、一个专班、一张清单。',
    },
  ],
  fine: [
    '引进纺织、食品、机械五个项目，甲镇、乙镇、丙镇六个村受益。',
    '抓好三件事：备地、招人、修路；同时管住两头。',
    '重点抓好三件事：一是备地，二是招人，三是修路。',
    '五个乡镇都参加。一是备地，二是招人。',
    '园区围绕皮革、家居、光伏及新材料三大产业招商，形成装备等五大集群。',
    '县委、县政府抓住皮革、家居两大产业。',
    '全县有三大园区，第一季度开工。',
  ],
  find({ passages }) {
    const body = passages.filter(({ kind }) => kind !== 'alt' && kind !== 'caption');
    const findings = [...comparedAcrossPassages(body), ...comparedInSentences(body)];
    const seen = new Set<string>();
    return findings.filter(({ passage, index }) => {
      const { line, column } = passage.place(index);
      const isNew = !seen.has(`${line}:${column}`);
      seen.add(`${line}:${column}`);
      return isNew;
    });
  },
};
