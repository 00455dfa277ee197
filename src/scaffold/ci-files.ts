export const CI_HOSTS = ['github', 'gitlab', 'gitee'] as const;
export type CiHost = (typeof CI_HOSTS)[number];

const COMMANDS = ['npm ci', 'npm run -s check', 'npm run -s build -- --as-of $(TZ=CST-8 date +%F)'];

/** For each host, the path and text of the CI configuration that checks and builds a bulletin on every push. */
export const CI_FILES: Record<CiHost, [file: string, text: string]> = {
  github: [
    '.github/workflows/check.yml',
    `# 每次推送和合并请求：核对稿件，再试着生成一次网站。还没到日期的期和稿件不发（北京时间）。
name: 核对稿件
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-24.04
    timeout-minutes: 20
    steps:
      - uses: actions/checkout@08eba0b27e820071cde6df949e0beb9ba4906955 # v4.3.0
        with: { fetch-depth: 0, persist-credentials: false }
      - uses: actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0
        with: { node-version: 24, cache: npm }
${COMMANDS.map((command) => `      - run: ${command}\n`).join('')}`,
  ],
  gitlab: [
    '.gitlab-ci.yml',
    `# 每次推送和合并请求：核对稿件，再试着生成一次网站。还没到日期的期和稿件不发（北京时间）。
check:
  image: node:24-bookworm
  timeout: 20 minutes
  variables: { GIT_DEPTH: 0 }
  script:
${COMMANDS.map((command) => `    - ${command}\n`).join('')}`,
  ],
  gitee: [
    '.workflow/check.yml',
    `# 每次推送和合并请求：核对稿件，再试着生成一次网站。还没到日期的期和稿件不发（北京时间）。
version: '1.0'
name: check
displayName: 核对稿件
triggers:
  trigger: auto
  push: { branches: { include: ['.*'] } }
  pr: { branches: { include: ['.*'] } }
stages:
  - name: check
    displayName: 核对稿件
    strategy: naturally
    trigger: auto
    steps:
      - step: build@nodejs
        name: check
        displayName: 核对稿件
        nodeVersion: 20.10.0
        commands:
${COMMANDS.map((command) => `          - ${command}\n`).join('')}`,
  ],
};
