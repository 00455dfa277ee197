import { describe, expect, it } from 'vitest';
import { article, type Files, messagesOf } from '../lib/bulletin-files.ts';

const THIRD = 'issues/2022-09/third.md';
const third = (more: string, body?: string): Files => ({ [THIRD]: article('第三篇', more, body) });
const NUMBER_FIX = '改法：删去；确要公开的，写进 site.yaml 的 contacts 并标 public: true';
const number = (place: string, shown = '138****5678') =>
  `content/${place}:1 错误：这里有手机号码 ${shown}\n  ${NUMBER_FIX}`;
const ESCAPED = '"\\u0031\\u0033\\u0038\\u0031\\u0032\\u0033\\u0034\\u0035\\u0036\\u0037\\u0038"';
const SITE = 'title: 港城月刊\ndescription: 测试用的小刊\npublisher: 本刊编辑部\n';

describe('a personal number is found', () => {
  it.each<[string, Files, string]>([
    ['in a body', third('', '电话13812345678。'), number(`${THIRD}:11`)],
    ['behind letters', third('', '微信ab13812345678。'), number(`${THIRD}:11`)],
    ['full width', third('', '电话１３８１２３４５６７８。'), number(`${THIRD}:11`)],
    ['broken by bold', third('', '电话138**1234**5678。'), number(`${THIRD}:11`)],
    ['as entities', third('', '电话&#49;&#51;&#56;12345678。'), number(`${THIRD}:11`)],
    [
      'broken over lines',
      third('', '甲园开工。\n\n今年要开工的企业请拨打甲园招商局的电话138\n12345678。'),
      number(`${THIRD}:13`),
    ],
    ['broken by a hard break', third('', '电话138\\\n12345678。'), number(`${THIRD}:11`)],
    ['in a link', third('', '[电话](tel:138-1234-5678)'), number(`${THIRD}:11`)],
    ['in an encoded link', third('', '[甲](https://a.example/%31%33%38%31%32345678)'), number(`${THIRD}:11`)],
    ['in a note', third('', '正文[^1]。\n\n[^1]: 电话138\\\n    12345678。'), number(`${THIRD}:13`)],
    ['in code', third('', '`138&#8203;1234` 和 `13812345678`'), number(`${THIRD}:11`)],
    [
      'in a chart',
      {
        'issues/2022-09/third.mdx': article(
          '第三篇',
          '',
          '<BarChart\n  caption="甲"\n  data="开工 1"\n  source="138&#49;2345678" />',
        ),
      },
      number('issues/2022-09/third.mdx:11'),
    ],
    ['in front matter', third(`kicker: ${ESCAPED}\n`), number(`${THIRD}:9`)],
    ['in a block of front matter', third('dateNote: >-\n  电话138\n  12345678\n'), number(`${THIRD}:9`)],
    [
      'in a reprint',
      third(`source: 甲省日报\nreprint: { originalAuthor: ${ESCAPED} }\n`),
      number(`${THIRD}:10`),
    ],
    [
      'in a register',
      { 'topics.yaml': '- { id: a, name: 营商环境, description: 电话13812345678 }\n' },
      number('topics.yaml:1'),
    ],
    [
      'in a name',
      {
        'sources.yaml':
          '- { id: daily, name: 甲省日报 }\n- { id: b, name: 乙报, aliases: [１３８１２３４５６７８] }\n',
      },
      number('sources.yaml:2'),
    ],
    [
      'in a park',
      { 'parks/new.yaml': 'name: 新产业园\ncounty: 丙县\nsummary: 招商138 1234 5678\n' },
      number('parks/new.yaml:3'),
    ],
    [
      'in an issue',
      {
        'issues/2022-09/issue.yaml':
          'year: 2022\nnumber: 1\nserial: 1\nmonths: [9]\ndate: 2022-09-30\nstatus: published\neditor: 甲某13812345678\n',
      },
      number('issues/2022-09/issue.yaml:7'),
    ],
    ['in the licence', { 'site.yaml': `${SITE}license: 转载请洽13812345678\n` }, number('site.yaml:4')],
    [
      'in a page',
      { 'pages/about.md': `---\ntitle: 关于\nsummary: ${ESCAPED}\n---\n\n正文。\n` },
      number('pages/about.md:3'),
    ],
  ])('%s', async (_, files, reported) => {
    const messages = await messagesOf(files);
    expect(messages.map((each) => each.replace(/:\d+ 错误/u, ':1 错误'))).toEqual([reported]);
  });

  it('and so are identity and card numbers outside the fields that proofreading checks', async () => {
    const fix = '\n  改法：删去';
    expect(
      await messagesOf({
        'pages/about.md': '---\ntitle: 关于\n---\n\n账户6222 0212 3456 7894。\n',
        'topics.yaml': '- { id: a, name: 营商环境, description: 11010519491231002X }\n',
      }),
    ).toEqual([
      `content/pages/about.md:5:1 错误：这里有银行卡号 6222****94${fix}`,
      `content/topics.yaml:1:42 错误：这里有身份证号 1101****2X${fix}`.replace(':42', ':1'),
    ]);
  });

  it('but numbers of public contacts may be published, and no page shows other contacts', async () => {
    const contacts =
      'contacts:\n  - { label: 热线, value: 138-1234-5678, public: true }\n  - { label: 值班, value: "13912345678" }\n';
    const files = {
      'site.yaml': SITE + contacts,
      ...third('dateNote: 热线13812345678\n', '热线138**1234**5678。'),
    };
    expect(await messagesOf(files)).toEqual([]);
    expect(await messagesOf({ ...files, ...third('', '值班１３９１２３４５６７８。') })).toEqual([
      `content/${THIRD}:11:1 错误：这里有手机号码 139****5678\n  ${NUMBER_FIX}`,
    ]);
  });
});

const CONTROL_FIX = '改法：删去；看不见的话，把这一行重新打一遍';
const control = (place: string, name: string) =>
  `content/${place} 错误：这里有看不见的控制字符 ${name}\n  ${CONTROL_FIX}`;

describe('a control character is refused', () => {
  it.each<[string, Files, string[]]>([
    ['typed in a body', third('', '甲园\u0007开工。'), [control(`${THIRD}:11:1`, 'U+0007')]],
    [
      'that turns the direction',
      third('', '甲园。\n\n甲园\u202E开工。'),
      [control(`${THIRD}:13:1`, 'U+202E')],
    ],
    ['as an entity', third('', '甲园&#12;开工。'), [control(`${THIRD}:11:1`, 'U+000C')]],
    ['as another', third('', '甲园&#x202E;开工。'), [control(`${THIRD}:11:1`, 'U+202E')]],
    ['in an address', third('', '[甲](https://a.example/&#x2066;)'), [control(`${THIRD}:11:1`, 'U+2066')]],
    ['in front matter', third('kicker: "\\u2028x"\n'), [control(`${THIRD}:9:1`, 'U+2028')]],
    ['as half a pair', third('kicker: "甲\\ud800"\n'), [control(`${THIRD}:9:1`, 'U+D800')]],
    [
      'in a register',
      { 'topics.yaml': '- { id: a, name: 营商环境 }\n- { id: b, name: "甲\\u001b[2J" }\n' },
      [control('topics.yaml:2:1', 'U+001B')],
    ],
  ])('%s', async (_, files, reported) => {
    expect((await messagesOf(files)).filter((each) => each.includes('控制字符'))).toEqual(reported);
  });

  it('in a file name, which is shown escaped', async () => {
    const reported = await messagesOf({ 'issues/2022-09/images/a\u001b[2J\n::error.jpg': 'x' });
    expect(reported.filter((each) => each.includes('错误'))).toEqual([
      'content/issues/2022-09/images/a\\u001b[2J\\u000a::error.jpg 错误：文件名“a\\u001b[2J\\u000a::error.jpg”里有看不见的控制字符\n  改法：改名，只用看得见的字',
    ]);
  });
});
