import { commandLine, wrongUse } from '../lib/command.ts';
import { contentOption } from '../lib/content-option.ts';
import { formatNewArticle, newArticle } from '../lib/new/new-article.ts';
import { BULLETIN_FLAGS, formatNewBulletin, newBulletin } from '../lib/new/new-bulletin.ts';
import { formatNewIssue, newIssue } from '../lib/new/new-issue.ts';
import { formatNewPark, newPark, PARK_FLAGS } from '../lib/new/new-park.ts';
import { CI_HOSTS } from '../../src/scaffold/ci-files.ts';
import { reportingErrors } from '../lib/command-error.ts';
import { Terminal } from '../lib/new/terminal.ts';
import { escapeControls, jsonText } from '../../src/core/text/control-character.ts';

const HELP = `用法：npm run new -- issue <年-月> [各项] [--content <文件夹>] [--json]
      npm run new -- article [<年-月>] [各项] [--content <文件夹>] [--json]
      npm run new -- park [各项] [--content <文件夹>] [--json]
      park-bulletin new bulletin <文件夹> [各项] [--json]

issue 新建一期：期号按上一期推算，栏目次序和责任编辑照上一期，状态是 draft。合刊写 2023-01-02。
  --special           这个月的增刊、特刊（2022-09-s1）：自己的期名和日期，没有期号就不写
  --number <数>       年内期号
  --serial <数>       总期号
  --date <日期>       出刊日期（默认当月最后一天）
  --title <期名>      如 创刊号
  --editor <姓名>     责任编辑

article 新建一篇稿件；不写是哪一期的，放进 inbox。文件名按标题的拼音取。
  --title <标题>      --category <栏目>    --scope <园区、县区、市、省、全国>
  --park <园区>       --county <县区>      --city <设区市>      不止一个用“、”隔开
  --genre <体裁>      --byline <署名>      如 "记者 甲某、乙某；通讯员 丙某"
  --rights <权利>     own 本刊、reprint 转载、cleared 已获授权、unknown 未明
  --source <来源>     转载的稿件
  --slug <文件名>     自己取文件名，小写英文、数字、连字符
  --inbox             放进 inbox（与不写期相同）

park 新建一个园区。
  --name <全称>       --short-name <简称>  --county <县区>      --city <设区市>
  --slug <文件名>     不写就按全称的拼音取

bulletin 新建一份刊物：空文件夹里写好设置、栏目、第一期和自动核对。
  --name <刊名>       --publisher <编辑出版>
  --region <省>       不止一个用“、”隔开；有全省的市县可用
  --categories <栏目> 用“、”隔开
  --ci <哪一家>       ${CI_HOSTS.join('、')}
  --engine <版本>     用哪个版本的程序（默认就是正在运行的这个）

在终端里运行、没有写任何一项时，一项一项地问；写了任何一项就不再问，没写的用建议的，
或者空着，列在“请补”里。没有说的不会替你编。

  --yes               不问，没写的都用建议的
  --content <文件夹>  内容文件夹（默认 content）
  --json              报告打印成 JSON
  --help              显示这段说明

退出码：0 建好了，1 没有建（已经有了、不在名录里……），2 参数不对`;

const string = { type: 'string' } as const;
const ISSUE_FLAGS = ['number', 'serial', 'date', 'title', 'editor'];
const ARTICLE_FLAGS = [
  'title',
  'category',
  'scope',
  'park',
  'county',
  'city',
  'genre',
  'byline',
  'rights',
  'source',
  'slug',
];
const FLAGS = {
  issue: ISSUE_FLAGS,
  article: ARTICLE_FLAGS,
  park: PARK_FLAGS,
  bulletin: BULLETIN_FLAGS,
} as const;
const flags = Object.fromEntries(
  Object.values(FLAGS)
    .flat()
    .map((flag) => [flag, string]),
);

export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = commandLine(
    args,
    HELP,
    {
      ...flags,
      inbox: { type: 'boolean' },
      special: { type: 'boolean' },
      yes: { type: 'boolean' },
      content: string,
      json: { type: 'boolean', default: false },
    },
    true,
  );
  const [kind, folder, ...rest] = positionals;
  if (!isKind(kind)) {
    wrongUse(
      '要写上建什么：issue（一期）、article（一篇稿件）、park（一个园区）或 bulletin（一份刊物）',
      HELP,
    );
  }
  if (rest.length > 0) wrongUse(`多出了“${rest.join(' ')}”；有空格的内容要加引号`);
  const {
    content: typed,
    json,
    inbox,
    special,
    yes,
    help: _,
    ...given
  } = values as Record<string, string | undefined> & {
    json: boolean;
    inbox?: boolean;
    special?: boolean;
    yes?: boolean;
  };
  const own: readonly string[] = FLAGS[kind];
  const foreign =
    Object.keys(given).find((flag) => !own.includes(flag)) ??
    ((inbox && kind !== 'article' && 'inbox') || (special && kind !== 'issue' && 'special'));
  if (foreign) wrongUse(`${kind} 没有 --${foreign} 这一项`, HELP);
  if (inbox && folder !== undefined) wrongUse('写了是哪一期，就不能再写 --inbox');
  const content = contentOption(typed);
  const ask = Terminal.isInteractive && !json && !yes && Object.keys(given).length === 0;

  await reportingErrors(json, async () => {
    const asked = { folder, given, content, ask, special: special ?? false };
    const [made, report] = await makeIt(kind, asked);
    if (json) console.log(jsonText(made));
    else console.log(escapeControls(report, true));
  });
}

/** What a command line asks for. */
interface Asked {
  folder: string | undefined;
  given: Record<string, string | undefined>;
  content: string;
  ask: boolean;
  special: boolean;
}

/** Creates what the command line asks for; returns the result and its report for people. */
async function makeIt(
  kind: keyof typeof FLAGS,
  { folder, given, content, ask, special }: Asked,
): Promise<[made: unknown, report: string]> {
  switch (kind) {
    case 'bulletin': {
      const made = await newBulletin(folder, given, { ask });
      return [made, formatNewBulletin(made)];
    }
    case 'park': {
      if (folder !== undefined) wrongUse(`多出了“${folder}”；园区的全称写 --name`);
      const made = await newPark(given, { content, ask });
      return [made, formatNewPark(made)];
    }
    case 'issue': {
      const made = await newIssue(folder, given, { content, ask, special });
      return [made, formatNewIssue(made)];
    }
    default: {
      const made = await newArticle(folder, given, { content, ask });
      return [made, formatNewArticle(made)];
    }
  }
}

function isKind(typed: string | undefined): typed is keyof typeof FLAGS {
  return typed !== undefined && Object.hasOwn(FLAGS, typed);
}
