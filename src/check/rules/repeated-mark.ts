import { excerpt, eachMatch } from '../text/matches.ts';
import type { Passage, TextRule } from '../text-rule.ts';

const PATTERNS = [
  /([，、；：])\1+/gu,
  /(?<!。)。。(?!。)/gu,
  /[，、；：][，、；：。]|。[，、；：]|(?<=[！？])[。，、；]/gu,
  /(?<=[。])[”’][。，；]/gu,
  /[（《【「〈][，。、；：！？]|[，、；][）》】〉]/gu,
  /[%％]{2,}|——{2,}—?|(?<!…)…{3}(?!…)|…{5,}/gu,
];

export const rule: TextRule = {
  id: 'repeated-mark',
  severity: 'warning',
  title: '标点重复',
  why: '改稿时删字留点，常剩下两个挨着的标点。',
  examples: [
    {
      bad: '项目开工，，工人进场。',
      line: 1,
      column: 5,
      problem: '标点重复“，，”：项目开工，，工人进场。',
      fix: '留下该用的一个，删去另一个',
      good: '项目开工，工人进场。',
      autofix: true,
    },
    {
      bad: '第一段。\n\n项目开工。，工人进场。',
      line: 3,
      column: 5,
      problem: '标点重复“。，”：项目开工。，工人进场。',
      fix: '留下该用的一个，删去另一个',
      good: '第一段。\n\n项目开工，工人进场。',
    },
    {
      bad: '他说：“路修通了，车好进。”。',
      line: 1,
      column: 14,
      problem: '标点重复“”。”：…，车好进。”。',
      fix: '留下该用的一个，删去另一个',
      good: '他说：“路修通了，车好进。”',
    },
    {
      bad: '项目开工。。工人进场。',
      line: 1,
      column: 5,
      problem: '标点重复“。。”：项目开工。。工人进场。',
      fix: '留下该用的一个，删去另一个',
      good: '项目开工。工人进场。',
    },
    {
      bad: '增长10%%。',
      line: 1,
      column: 5,
      problem: '标点重复“%%”：增长10%%。',
      fix: '留下该用的一个，删去另一个',
      good: '增长10%。',
    },
  ],
  fine: ['真的吗？！真的！！', '“好进。”他说，“还省钱……”。', '一条链——一座城……', '“谁来办？”“我来办。”'],
  find: ({ passages }) => {
    const findings = PATTERNS.flatMap((pattern) =>
      eachMatch(passages, pattern, ({ 0: found, index }, { text }) => ({
        problem: `标点重复“${found.slice(0, 8)}”：${excerpt(text, index, found.length)}`,
        fix: '留下该用的一个，删去另一个',
      })),
    );
    // A mark belongs to one finding, although several patterns match in a row of marks.
    const reported = new Map<Passage, Set<number>>();
    return findings.filter(({ passage, index, length }) => {
      const marks = reported.get(passage) ?? new Set();
      reported.set(passage, marks);
      if (marks.has(index)) return false;
      for (let at = index; at < index + length; at += 1) marks.add(at);
      return true;
    });
  },
  fix: ({ text }) =>
    [...text.matchAll(/([，、；])\1+/gu)].map(({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
      text: found.slice(0, 1),
    })),
};
