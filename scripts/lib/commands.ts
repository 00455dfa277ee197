interface Command {
  /** What `park-bulletin --help` says; commands without it are run by others. */
  does?: string;
  /** Imports the module, which does the work when it is imported. */
  run: () => Promise<unknown>;
}

/** All commands by name: those of `npm run` and of `park-bulletin`. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  new: { does: '新建刊物、一期、一篇稿件、一个园区', run: () => import('../new.ts') },
  dev: { does: '边改边看，草稿也显示', run: () => import('../dev.ts') },
  build: { does: '生成网站', run: () => import('../build.ts') },
  preview: { does: '打开已生成的网站', run: () => import('../preview.ts') },
  check: { does: '核对内容文件夹', run: () => import('../check.ts') },
  import: { does: '把来稿变成草稿', run: () => import('../import.ts') },
  move: { does: '把稿件移进一期，或改名', run: () => import('../move.ts') },
  addresses: { does: '把发布了的网址记进清单', run: () => import('../addresses.ts') },
  stats: { does: '用稿统计', run: () => import('../stats.ts') },
  schema: { does: '写出 VS Code 用的提示', run: () => import('../schema.ts') },
  doctor: { does: '看看电脑和刊物缺什么', run: () => import('../doctor.ts') },
  upgrade: { does: '换新版本的程序，或退回', run: () => import('../upgrade.ts') },
  migrate: { run: () => import('../migrate.ts') },
};
