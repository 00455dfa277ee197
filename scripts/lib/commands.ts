interface Command {
  /** Description in `park-bulletin --help`; commands without one are not listed, because other commands run them. */
  does?: string;
  /** Imports the command's module, which does nothing by itself. */
  load: () => Promise<{
    /** Runs the command; `args` is what follows its name. */
    run(args: readonly string[]): Promise<void>;
  }>;
}

/** All commands by name: those of `npm run` and of `park-bulletin`. Each is loaded only when it is called. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  new: { does: '新建刊物、一期、一篇稿件、一个园区', load: () => import('../commands/new.ts') },
  dev: { does: '边改边看，草稿也显示', load: () => import('../commands/dev.ts') },
  build: { does: '生成网站', load: () => import('../commands/build.ts') },
  release: { does: '核对、生成、上线，或退回', load: () => import('../commands/release.ts') },
  upload: { does: '照次序传到网站空间', load: () => import('../commands/upload.ts') },
  'verify-site': { does: '核对发布了的网站', load: () => import('../commands/verify-site.ts') },
  preview: { does: '打开已生成的网站', load: () => import('../commands/preview.ts') },
  check: { does: '核对内容文件夹', load: () => import('../commands/check.ts') },
  import: { does: '把来稿变成草稿', load: () => import('../commands/import.ts') },
  move: { does: '把稿件移进一期，或改名', load: () => import('../commands/move.ts') },
  addresses: { does: '把发布了的网址记进清单', load: () => import('../commands/addresses.ts') },
  wechat: { does: '把一期变成可以贴进微信公众号的稿子', load: () => import('../commands/wechat.ts') },
  archive: { does: '把一期存成一个压缩包，或核对一份存档', load: () => import('../commands/archive.ts') },
  stats: { does: '用稿统计', load: () => import('../commands/stats.ts') },
  schema: { does: '写出 VS Code 用的提示', load: () => import('../commands/schema.ts') },
  doctor: { does: '看看电脑和刊物缺什么', load: () => import('../commands/doctor.ts') },
  upgrade: { does: '换新版本的程序，或退回', load: () => import('../commands/upgrade.ts') },
  migrate: { load: () => import('../commands/migrate.ts') },
};
