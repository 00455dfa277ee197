import { enumerationsOf, type Item } from '../enumerations.ts';
import { type ItemCount, itemsAfter, itemsBefore, itemsOfShort, quotedBefore } from '../listed.ts';
import { BIG, headEndings } from '../heads.ts';
import { numberOf } from '../numerals.ts';
import { itemsBehindColon, itemsInRow, itemsNamed, itemsOfHead } from '../rows.ts';
import { lastPromise, NUMBER, type Promised } from '../promises.ts';
import type { Flaw, Passage, TextRule } from '../rule.ts';

/** The number of a list in its clause. */
const IN_CLAUSE = new RegExp(`(?<![第\\d.一二三四五六七八九十])${NUMBER}大(?=\\p{sc=Han}|“)`, 'gu');

/** Kinds in a row before their number, and what is named behind it. */
const IN_ROW =
  /(?<![第\d.一二三四五六七八九十])(?<number>[二两三四五六七八九十]{1,2})(?:大|[个类种项座门条家道])(?<noun>\p{sc=Han}{1,4})?/gu;
const HEADED = new RegExp(`“${NUMBER}个?(?<head>\\p{sc=Han})”`, 'gu');

/** The number of what stands in quotes before it, or of a short form that its list follows. */
const OF_QUOTED = new RegExp(
  `(?<=”)${NUMBER}(?:个|大|章|篇|种|项|类|条|部分|方面|板块|环节|阶段|步骤)(?!\\d)`,
  'gu',
);
const SHORT = new RegExp(`“${NUMBER}(?<noun>\\p{sc=Han}{1,3})”`, 'gu');

/** Words of a paragraph before the first item that its headline promises. */
const HEAD_REACH = 12;

/** What is not enumerated by heads that end in it. */
const COMMON = /^(?:产业|项目|园区|企业|集群|板块|基地|平台|领域|行业|城市|市场|经济|发展)/u;

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
      good: '重点抓好两件事：一是备地，二是招人。',
    },
    {
      bad: '县里部署‘五大攻坚’，按月调度。\n\n打好项目建设“大攻坚”。先开工。\n\n打好招商引资“大攻坚”。再签约。\n\n打好环境治理“大攻坚”。后验收。',
      line: 1,
      column: 6,
      good: '县里部署‘三大攻坚’，按月调度。\n\n打好项目建设“大攻坚”。先开工。\n\n打好招商引资“大攻坚”。再签约。\n\n打好环境治理“大攻坚”。后验收。',
    },
    {
      bad: '园区围绕皮革、家居、光伏、装备八大产业招商。',
      line: 1,
      column: 16,
      good: '园区围绕皮革、家居、光伏、装备四大产业招商。',
    },
    {
      bad: '提出以下四点要求：\n\n- 备地\n- 招人\n- 修路',
      line: 1,
      column: 5,
      good: '提出以下三点要求：\n\n- 备地\n- 招人\n- 修路',
    },
    {
      bad: '培育五大集群：皮革、家居、光伏、装备。',
      line: 1,
      column: 3,
      good: '培育四大集群：皮革、家居、光伏、装备。',
    },
    {
      bad: '设叉车、维修、钳工、电焊五类岗位。',
      line: 1,
      column: 13,
      good: '设叉车、维修、钳工、电焊四类岗位。',
    },
    {
      bad: '两个园区领先，分别是甲园（5%）、乙园（4%）、丙园（3%）。',
      line: 1,
      column: 1,
      good: '三个园区领先，分别是甲园（5%）、乙园（4%）、丙园（3%）。',
    },
    {
      bad: '下一步做好四件事：建一座厂房，办一所学校，开三条班车线。',
      line: 1,
      column: 6,
      good: '下一步做好三件事：建一座厂房，办一所学校，开三条班车线。',
    },
    {
      bad: '实行“三个一”机制，即一个项目、一名领导、一个专班、一张清单。',
      line: 1,
      column: 3,
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
    const flaws = [
      ...enumerated(body),
      ...listed(body),
      ...headed(body),
      ...inClauses(body),
      ...quoted(body),
      ...inRows(body),
      ...behindColons(body),
      ...ofHeads(body),
    ];
    const seen = new Set<string>();
    return flaws.filter(({ passage, index }) => {
      const { line, column } = passage.place(index);
      const isNew = !seen.has(`${line}:${column}`);
      seen.add(`${line}:${column}`);
      return isNew;
    });
  },
};

/** `三件事：一是…二是…`. */
function enumerated(passages: readonly Passage[]): Flaw[] {
  const before = new Map(passages.map((passage, at) => [passage, passages[at - 1]]));
  return enumerationsOf(passages).flatMap((items) => {
    const [first] = items;
    const last = items.at(-1);
    if (!first || !last || last.value !== items.length) return [];
    const promise = promiseBefore(first, before.get(first.passage));
    if (!promise || promise.count === items.length) return [];
    return flawOf(promise, items.length, `“${first.ordinal}”到“${last.ordinal}”`);
  });
}

/** The promise in the sentence that leads to an item; in the passage before, where the item begins its own. */
function promiseBefore({ passage, index }: Item, before: Passage | undefined): Promised | undefined {
  const own = index > 0 ? lastPromise(passage, index) : undefined;
  if (own || !before || before.kind === 'field') return own;
  // Behind other words of its paragraph only a headline promises.
  if (index > HEAD_REACH || (index > 0 && /[。：]/u.test(before.text + passage.text.slice(0, index))))
    return undefined;
  return lastPromise(before, before.text.length);
}

/** `四点要求：` before a list. */
function listed(passages: readonly Passage[]): Flaw[] {
  return passages.flatMap((passage, at) => {
    if (passage.kind !== 'paragraph' || !passage.text.endsWith('：')) return [];
    const items: Passage[] = [];
    for (const next of passages.slice(at + 1, at + 40)) {
      if (next.kind !== 'item' || next.block !== passage.block + 1) break;
      items.push(next);
    }
    const promise = items.length > 1 ? lastPromise(passage, passage.text.length) : undefined;
    return promise && items.length < promise.count ? flawOf(promise, items.length, '下面的清单') : [];
  });
}

/** `八大任务` before paragraphs whose heads end in `任务`. */
function headed(passages: readonly Passage[]): Flaw[] {
  const endings = headEndings(passages);
  return passages.flatMap((passage) =>
    passage.kind !== 'paragraph'
      ? []
      : [...passage.text.matchAll(BIG)].flatMap(({ 0: text, index, groups }) => {
          const noun = groups?.noun ?? '';
          const count = numberOf(groups?.number ?? '');
          const kept = COMMON.test(noun) ? 0 : (endings.get(noun) ?? 0);
          return kept > 2 && kept !== count
            ? flawOf({ passage, index, text, count }, kept, '下面的小标题')
            : [];
        }),
  );
}

/** `甲、乙、丙三大产业` and `三大产业：甲、乙、丙`. */
function inClauses(passages: readonly Passage[]): Flaw[] {
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(IN_CLAUSE)].flatMap(({ 0: text, index, groups }) => {
      const count = numberOf(groups?.number ?? '');
      // Congresses are numbered so: 十八大.
      if (count > 10) return [];
      const items = itemsBefore(passage.text, index) ?? itemsAfter(passage.text, index + text.length);
      return unkept({ passage, index, text, count }, items);
    }),
  );
}

/** `“甲”“乙”“丙”三章`, and `“三带”即甲带、乙带、丙带`. */
function quoted(passages: readonly Passage[]): Flaw[] {
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(OF_QUOTED), ...passage.text.matchAll(SHORT)].flatMap(
      ({ 0: text, index, groups }) => {
        const count = numberOf(groups?.number ?? '');
        const items = groups?.noun
          ? itemsOfShort(passage.text, index + text.length, groups.noun)
          : quotedBefore(passage.text, index);
        return unkept({ passage, index, text, count }, items);
      },
    ),
  );
}

/** `甲、乙、丙三类`, and `三个园区超额，分别是甲、乙、丙`. */
function inRows(passages: readonly Passage[]): Flaw[] {
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(IN_ROW)].flatMap(({ 0: found, index, groups }) => {
      const noun = groups?.noun ?? '';
      const text = found.slice(0, found.length - noun.length);
      const behind = index + text.length;
      const items = itemsInRow(passage.text, index, noun) ?? itemsNamed(passage.text, behind);
      return unkept({ passage, index, text, count: numberOf(groups?.number ?? '') }, items);
    }),
  );
}

/** `三件事：……；……；……`. */
function behindColons(passages: readonly Passage[]): Flaw[] {
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(/：/gu)].flatMap(({ index }) => {
      const promise = lastPromise(passage, index);
      return promise ? unkept(promise, itemsBehindColon(passage.text, index + 1)) : [];
    }),
  );
}

/** `“四个一”，即一个……、一名……`. */
function ofHeads(passages: readonly Passage[]): Flaw[] {
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(HEADED)].flatMap(({ 0: text, index, groups }) => {
      const items = itemsOfHead(passage.text, index + text.length, groups?.head ?? '');
      return unkept({ passage, index, text, count: numberOf(groups?.number ?? '') }, items);
    }),
  );
}

function unkept(promise: Promised, items: ItemCount | undefined): Flaw[] {
  if (!(promise.count > 1) || !items) return [];
  if (items.least <= promise.count && promise.count <= items.most) return [];
  return [flawOf(promise, items.least, '列出的')];
}

function flawOf({ passage, index, text, count }: Promised, kept: number, what: string): Flaw {
  const promise = passage.text.slice(index, index + 8);
  return {
    passage,
    index,
    length: text.length,
    problem: `说是“${promise}”，${what}${kept < count ? '只有' : '却有'}${kept}个`,
    fix: `核对原稿：改正数目“${text}”，或补上、删去相应的内容`,
  };
}
