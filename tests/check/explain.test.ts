import { expect, it } from 'vitest';
import { explainRules } from '../../scripts/lib/explain-rules.ts';
import { ruleGroups } from '../../src/handbook/handbook-view.ts';
import { runHere } from '../lib/run-here.ts';

const RULES = ruleGroups().flatMap(({ rules }) => rules);

it('prints the page of a rule', async () => {
  const { code, stdout } = await runHere('check', ['--explain', 'wrong-word', 'raw-html']);
  expect(code).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "wrong-word 错别字（提醒）
    词表里的错词，每一个都只有一种改法；编辑可以在 check.yaml 里添加。

    错：会议部暑下一步工作。
    对：会议部署下一步工作。
    报：“部暑”是错词。改法：改成“部署”

    错：
      第一段。

      双方签定合同。
    对：
      第一段。

      双方签订合同。
    报：“签定”是错词。改法：改成“签订”

    错（稿件信息）：title: 征稿启示
    对：title: 征稿启事
    报：“征稿启示”是错词。改法：改成“征稿启事”

    不算错：某部暑期开放，按装配式建筑的标准。
    不算错：会议部署工作，双方签订合同。


    raw-html 正文里有网页代码（错误）
    尖括号里的网页代码不会照样子显示，要改用 Markdown 的写法。

    错：<b>甲园</b>今年开工项目12个。
    对：**甲园**今年开工项目12个。
    报：正文里有 HTML：<b>。改法：删去尖括号里的代码，改用 Markdown（表格用 |，图片用 ![]()）；要印出尖括号，写成 \\<
    报：正文里有 HTML：</b>。改法：删去尖括号里的代码，改用 Markdown（表格用 |，图片用 ![]()）；要印出尖括号，写成 \\<
    "
  `);
});

it('writes control characters as escapes', async () => {
  const { stdout } = await runHere('check', ['--explain', 'control-character']);
  expect(stdout.split('\n').slice(3, 6)).toMatchInlineSnapshot(`
    [
      "错：甲园\\u0007今年开工项目12个。",
      "对：甲园今年开工项目12个。",
      "报：这里有看不见的控制字符 U+0007。改法：删去；看不见的话，把这一行重新打一遍",
    ]
  `);
});

it.each(RULES)('prints the title, the reason, the examples and the correct texts of $id', (rule) => {
  const { id, title, why, examples, fine } = rule;
  const page = explainRules([id]);
  expect(page.split('\n')[0]).toMatch(/（(?:错误|提醒)(?:，可代改)?）$/u);
  expect(page.startsWith(`${id} ${title}（`)).toBe(true);
  expect(page.split('\n')[1]).toBe(why);
  const count = (label: string) => page.match(new RegExp(`^${label}`, 'gmu'))?.length ?? 0;
  expect([count('错'), count('对'), count('报'), count('不算错')]).toEqual([
    examples.length,
    examples.length,
    examples.flatMap(({ messages }) => messages).length,
    fine.length,
  ]);
  for (const message of examples.flatMap(({ messages }) => messages))
    expect(page).toContain(`报：${message}`);
});

it('lists all rules where none is named', async () => {
  const { code, stdout } = await runHere('check', ['--explain']);
  expect(code).toBe(0);
  expect([...stdout.matchAll(/^ {2}(\S+) +(.+)$/gmu)].map(([, id, title]) => [id, title])).toEqual(
    RULES.map(({ id, title }) => [id, title]),
  );
  expect(stdout.split('\n').filter((line) => /^\S/u.test(line))).toEqual(
    ruleGroups().map(({ about }) => about),
  );
});

it.each([
  ['raw-htm', '没有“raw-htm”这条规则，你是不是想写“raw-html”？全部规则：npm run check -- --explain\n'],
  ['标点', '没有“标点”这条规则；全部规则：npm run check -- --explain\n'],
])('refuses the unknown rule %s', async (id, message) => {
  const { code, stdout, stderr } = await runHere('check', ['--explain', 'dash', id]);
  expect([code, stdout, stderr]).toEqual([2, '', message]);
});
