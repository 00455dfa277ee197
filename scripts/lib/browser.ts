import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, type BrowserServer, chromium } from 'playwright-core';
import { INSTALLED_BROWSERS } from './installed-browsers.ts';

/** Chromium without windows, in which pages open twice as fast. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

/**
 * Finds a browser for tests and benchmarks: that of BULLETIN_BROWSER, an installed Chromium or Chrome, or
 * Playwright's own. Installs one if there is none.
 * @returns path of the executable
 * @throws if no browser can be installed
 */
export function findBrowser(): string {
  const given = process.env.BULLETIN_BROWSER;
  if (given && !existsSync(given)) throw new Error(`BULLETIN_BROWSER 指的浏览器不存在：${given}`);
  const known = [HEADLESS_SHELL, ...INSTALLED_BROWSERS, chromium.executablePath()];
  const found = given ?? known.find((path) => existsSync(path));
  return found ?? installBrowser();
}

/** Installs Debian's Chromium if permitted, else Playwright's download. */
function installBrowser(): string {
  console.log('没有找到浏览器，正在安装 Chromium…');
  const quiet = { stdio: 'ignore' } as const;
  try {
    if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
      execFileSync('apt-get', ['update', '-qq'], quiet);
      execFileSync('apt-get', ['install', '-y', '-qq', 'chromium-headless-shell'], quiet);
      return HEADLESS_SHELL;
    }
    execFileSync('npx', ['playwright-core', 'install', 'chromium'], quiet);
    return chromium.executablePath();
  } catch (cause) {
    throw new Error(
      '装不上浏览器。请自行安装 Chromium 或 Chrome，或用环境变量 BULLETIN_BROWSER 指明它的位置',
      {
        cause,
      },
    );
  }
}

const ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ARGS });
}

/** Starts a browser for several processes: each connects to its `wsEndpoint()`. */
export function launchBrowserServer(executablePath: string): Promise<BrowserServer> {
  return chromium.launchServer({ executablePath, args: ARGS });
}
