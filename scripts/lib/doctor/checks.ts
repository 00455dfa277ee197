/** What one check found: nothing wrong, something that is missing but not needed, or a problem. */
export interface DoctorFinding {
  check: string;
  state: 'ok' | 'hint' | 'problem';
  says: string;
  /** What to do; always there unless all is well. */
  fix?: string;
}

/** What the checks look at; `readMachine()` finds it out. */
export interface Machine {
  /** Version of the Node that runs the commands, `24.21.0`. */
  node: string;
  /** Version of Git; undefined if it is not installed. */
  git: string | undefined;
  /** Path of the browser for tests; undefined without one, null where none is needed. */
  browser: string | undefined | null;
  libreOffice: boolean;
  /** Free bytes on the bulletin's disk; undefined if the system does not report them. */
  freeBytes: number | undefined;
  content: { folder: string; state: 'fine' | 'missing' | 'unreadable' | 'read-only' };
  /** Packages whose installed version is not the pinned one; `installed` is undefined for missing ones. */
  wrongPackages: readonly { name: string; pinned: string; installed: string | undefined }[];
  /** The tarball of the engine where package.json names one outside the bulletin's folder. */
  engineOutside: string | undefined;
  /** `site.yaml`, parsed; undefined if it cannot be read. */
  site: unknown;
  /** The problem and fix of content that is written for a newer engine. */
  newerContent: { problem: string; fix: string } | undefined;
}

/** Oldest major version of Node that the scripts run on; the engine installs it as a package. */
const MIN_NODE = 24;
/** Bytes of a gibibyte. */
const GIB = 1024 ** 3;
/** Free bytes that an upgrade needs: it installs a second engine and builds two sites. */
const MIN_FREE_BYTES_FOR_UPGRADE = GIB;
/** Free bytes below which a build of a few hundred articles can fail. */
const MIN_FREE_BYTES_FOR_BUILD = 0.2 * GIB;
/** Maximum number of packages named in a message; more are only counted. */
const MAX_PACKAGES_NAMED = 3;

/** Record numbers that Chinese law requires of a public site; the site prints them in its footer. */
const RECORDS = [
  ['icp', 'ICP 备案号', '网站公开以前向接入商办 ICP 备案'],
  ['police', '公安备案号', '网站开通后 30 日内到公安机关办联网备案'],
  ['newsLicense', '互联网新闻信息服务许可证', '登新闻的网站要有许可证；由有证的单位主办的，写它的证号'],
] as const;

/** Runs all checks, in the order in which problems are best solved. */
export function examine(machine: Machine): DoctorFinding[] {
  return [
    checkNode(machine),
    checkPackages(machine),
    ...checkEngine(machine),
    checkDisk(machine),
    checkContent(machine),
    ...checkRecords(machine),
    checkGit(machine),
    ...checkBrowser(machine),
    checkLibreOffice(machine),
  ];
}

function checkNode({ node }: Machine): DoctorFinding {
  if (Number.parseInt(node, 10) >= MIN_NODE) return ok('node', `Node ${node}`);
  return {
    check: 'node',
    state: 'problem',
    says: `Node 是 ${node}，要 ${MIN_NODE} 或更新的：程序自带的 Node 没有装上`,
    fix: '重新运行 npm install；还不行，到 https://nodejs.org/zh-cn 装 Node 24',
  };
}

function checkPackages({ wrongPackages }: Machine): DoctorFinding {
  if (wrongPackages.length === 0) return ok('packages', '程序包装的都是写定的版本');
  const named = wrongPackages
    .slice(0, MAX_PACKAGES_NAMED)
    .map(({ name, pinned, installed }) =>
      installed === undefined
        ? `${name} 没有装（要 ${pinned}）`
        : `${name} 装的是 ${installed}（要 ${pinned}）`,
    );
  const more = wrongPackages.length - named.length;
  return {
    check: 'packages',
    state: 'problem',
    says: `程序包不是写定的版本：${named.join('、')}${more > 0 ? `，还有 ${more} 个` : ''}`,
    fix: '运行 npm ci，照 package-lock.json 重装；没有这个文件就运行 npm install',
  };
}

function checkEngine({ engineOutside }: Machine): DoctorFinding[] {
  if (engineOutside === undefined) return [];
  return [
    {
      check: 'engine',
      state: 'problem',
      says: `package.json 里的程序包是 ${engineOutside}，不在刊物的文件夹里：别的电脑、自动核对都装不上`,
      fix: `运行 npm run upgrade -- ${engineOutside}，它把程序包放进 engine 文件夹；放好了和稿件一起提交`,
    },
  ];
}

function checkDisk({ freeBytes }: Machine): DoctorFinding {
  if (freeBytes === undefined) return ok('disk', '磁盘空间：系统没有说');
  const says = `磁盘还有 ${(freeBytes / GIB).toFixed(1)} GB`;
  if (freeBytes >= MIN_FREE_BYTES_FOR_UPGRADE) return ok('disk', says);
  const isFull = freeBytes < MIN_FREE_BYTES_FOR_BUILD;
  return {
    check: 'disk',
    state: isFull ? 'problem' : 'hint',
    says: `${says}，${isFull ? '生成网站可能写不下' : '升级程序可能不够（要 1 GB）'}`,
    fix: '删去不要的文件，或者换一个大的磁盘',
  };
}

function checkContent({ content: { folder, state }, newerContent }: Machine): DoctorFinding {
  if (newerContent) {
    return { check: 'content', state: 'problem', says: newerContent.problem, fix: newerContent.fix };
  }
  switch (state) {
    case 'missing':
      return {
        check: 'content',
        state: 'problem',
        says: `没有内容文件夹 ${folder}，或者里面没有 site.yaml`,
        fix: '在刊物的文件夹里运行；内容在别处的，用 --content 写明',
      };
    case 'unreadable':
      return {
        check: 'content',
        state: 'problem',
        says: `内容文件夹 ${folder} 不让读`,
        fix: '改这个文件夹的权限，让你的帐号能读能写',
      };
    case 'read-only':
      return {
        check: 'content',
        state: 'problem',
        says: `内容文件夹 ${folder} 不让写：能生成网站，不能新建、导入、移动稿件`,
        fix: '改这个文件夹的权限，让你的帐号能写',
      };
    default:
      return ok('content', `内容文件夹 ${folder} 能读能写`);
  }
}

function checkRecords({ site }: Machine): DoctorFinding[] {
  if (site === undefined) return [];
  const { records } = (site ?? {}) as { records?: Record<string, unknown> | null };
  return RECORDS.map(([key, label, how]) =>
    records?.[key]
      ? ok(`records.${key}`, `${label}写了`)
      : {
          check: `records.${key}`,
          state: 'hint',
          says: `site.yaml 里没有${/^[A-Z]/u.test(label) ? ' ' : ''}${label}（records.${key}）：网站公开以前要有`,
          fix: `${how}；办好了写进 site.yaml，页脚会印出来`,
        },
  );
}

function checkGit({ git }: Machine): DoctorFinding {
  if (git !== undefined) return ok('git', `Git ${git}`);
  return {
    check: 'git',
    state: 'hint',
    says: '没有装 Git：查不出删掉的稿件断了哪些网址，也留不下每次改了什么',
    fix: '到 https://git-scm.com 下载安装；不用 Git 也能编刊、生成网站',
  };
}

function checkBrowser({ browser }: Machine): DoctorFinding[] {
  if (browser === null) return [];
  if (browser !== undefined) return [ok('browser', `浏览器 ${browser}`)];
  return [
    {
      check: 'browser',
      state: 'hint',
      says: '没有找到 Chromium 或 Chrome：测试和测速要用，编刊、生成网站用不着',
      fix: '装上 Chromium 或 Chrome，或者用环境变量 BULLETIN_BROWSER 写明它在哪里',
    },
  ];
}

function checkLibreOffice({ libreOffice }: Machine): DoctorFinding {
  if (libreOffice) return ok('libreoffice', 'LibreOffice 装了');
  return {
    check: 'libreoffice',
    state: 'hint',
    says: '没有装 LibreOffice：.doc、.wps、.rtf、.odt 来稿导入不了，.docx 可以',
    fix: '到 https://zh-cn.libreoffice.org 下载安装；或者用 Word、WPS 把来稿另存为 .docx',
  };
}

function ok(check: string, says: string): DoctorFinding {
  return { check, state: 'ok', says };
}

const MARKS: Record<DoctorFinding['state'], string> = { ok: '好', hint: '提醒', problem: '问题' };

/** The report for people. */
export function formatFindings(findings: readonly DoctorFinding[]): string {
  const lines = findings.map(
    ({ state, says, fix }) => `${MARKS[state]}：${says}${fix === undefined ? '' : `\n  改法：${fix}`}`,
  );
  const count = (state: DoctorFinding['state']) => findings.filter((each) => each.state === state).length;
  return [...lines, '', `${count('problem')} 处问题，${count('hint')} 处提醒。`].join('\n');
}
