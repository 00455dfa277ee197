export const CI_HOSTS = ['github', 'gitlab', 'gitee'] as const;
export type CiHost = (typeof CI_HOSTS)[number];

/** Today in Beijing: issues and articles with a later date are not published. */
const TODAY = '$(TZ=CST-8 date +%F)';

/**
 * Checks every push and merge request, keeps a site with all drafts as an artefact of a merge request, and
 * publishes the main branch, also every night, so that articles appear on their date. Only the job that publishes
 * may write, and it runs no code of the repository. GitHub hides caches of a merge request from other branches:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching#restrictions-for-accessing-a-cache
 */
const GITHUB = `# 每次推送和合并请求：核对稿件，在改动的行旁标出问题，再试着生成一次网站；合并请求另附一份带草稿的样张。
# 主分支有更新、每天凌晨：发布到 GitHub Pages。要发布，在仓库的 Settings → Pages 选 GitHub Actions，
# 再在 Settings → Secrets and variables → Actions → Variables 里写 PUBLISH，值是 pages。
# 引用的动作固定到提交的指纹，后面注明版本。
name: 核对稿件
on:
  push:
  pull_request:
  schedule:
    # 北京时间零点十分：日期到了的稿件
    - cron: '10 16 * * *'
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-24.04
    timeout-minutes: 20
    steps:
      - uses: actions/checkout@08eba0b27e820071cde6df949e0beb9ba4906955 # v4.3.0
        with:
          # 核对旧网址要看全部历史
          fetch-depth: 0
          # 后面的步骤会运行合并请求里的代码，不给它留下令牌
          persist-credentials: false
      - uses: actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      # 上次生成的缓存：没有改动的稿件不再重做。合并请求的缓存，主分支读不到
      - uses: actions/cache@0057852bfaa89a56745cba8c7296529d2fc39830 # v4.3.0
        with:
          path: node_modules/.astro
          key: bulletin-\${{ github.event_name }}-\${{ github.run_id }}
          restore-keys: bulletin-\${{ github.event_name }}-
      - run: npm run -s check -- --report github
      - if: always()
        run: npm run -s check -- --report markdown >> "$GITHUB_STEP_SUMMARY" || true
      # 还没到日期的期和稿件不发；按北京时间（CST-8 就是东八区）算今天
      - run: echo "TODAY=${TODAY}" >> "$GITHUB_ENV"
      - run: npm run -s build -- --host github --as-of $TODAY
      # 带草稿的样张，只在合并请求里下载来看
      - if: github.event_name == 'pull_request'
        run: npm run -s build -- --drafts
      - if: github.event_name == 'pull_request'
        uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2
        with:
          name: 草稿样张
          path: dist-drafts
          retention-days: 7
      - if: github.event_name != 'pull_request' && github.ref_name == github.event.repository.default_branch && vars.PUBLISH == 'pages'
        uses: actions/upload-pages-artifact@56afc609e74202658d3ffba0e8f6dda462b719fa # v3.0.1
        with:
          path: dist
  publish:
    needs: check
    if: github.event_name != 'pull_request' && github.ref_name == github.event.repository.default_branch && vars.PUBLISH == 'pages'
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    permissions:
      pages: write
      id-token: write
    environment: github-pages
    concurrency: publish
    steps:
      - uses: actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5
`;

/**
 * The same for GitLab. Caches have the kind of pipeline in their key, so that the main branch never reads one of a
 * merge request: https://docs.gitlab.com/ci/caching/
 */
const GITLAB = `# 每次推送和合并请求：核对稿件，在合并请求里列出问题，再试着生成一次网站；合并请求另附一份带草稿的样张。
# 主分支有更新、定时运行时：发布到 GitLab Pages。要发布，在 Settings → CI/CD → Variables 里写 PUBLISH，值是 pages；
# 日期还没到的稿件要自己上线，在 Build → Pipeline schedules 里定一个每天零点十分的。
default:
  image: node:24.21.0-bookworm
  interruptible: true
  cache:
    # 合并请求的缓存，主分支读不到
    key: bulletin-$CI_PIPELINE_SOURCE-$CI_COMMIT_REF_SLUG
    paths: [.bulletin-cache]
variables:
  # 核对旧网址要看全部历史
  GIT_DEPTH: 0
.prepare: &prepare
  - npm ci
  # npm ci 会清空 node_modules，上次生成的缓存放在外面
  - mkdir -p .bulletin-cache && cp -r .bulletin-cache node_modules/.astro
  # 还没到日期的期和稿件不发；按北京时间（CST-8 就是东八区）算今天
  - TODAY=${TODAY}
check:
  timeout: 20 minutes
  script:
    - *prepare
    - npm run -s check -- --report gitlab > gl-code-quality-report.json || (npm run -s check; exit 1)
    - npm run -s build -- --as-of $TODAY
    - rm -rf .bulletin-cache && cp -r node_modules/.astro .bulletin-cache
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
drafts:
  timeout: 20 minutes
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - *prepare
    - npm run -s build -- --drafts
  artifacts:
    name: drafts
    paths: [dist-drafts]
    expire_in: 7 days
pages:
  timeout: 20 minutes
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $PUBLISH == "pages"
  interruptible: false
  script:
    - *prepare
    - npm run -s check
    - npm run -s build -- --host gitlab --as-of $TODAY --outDir public
  artifacts:
    paths: [public]
`;

/** The same for Gitee Go, which has no pages of its own. A merge request keeps its drafts as an artefact. */
const GITEE_CHECK = `# Gitee Go：每次推送和合并请求核对稿件，再试着生成一次网站，另附一份带草稿的样张。
# Gitee 没有逐行标注的接口，问题列在流水线的日志里，有错误时流水线不通过。
version: '1.0'
name: check
displayName: 核对稿件
triggers:
  trigger: auto
  push:
    branches:
      include: ['.*']
  pr:
    branches:
      include: ['.*']
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
          - npm ci
          - npm run -s check
          # 还没到日期的期和稿件不发；按北京时间（CST-8 就是东八区）算今天
          - TODAY=${TODAY}
          - npm run -s build -- --as-of $TODAY
          - npm run -s build -- --drafts
        artifacts:
          - name: DRAFTS
            path:
              - ./dist-drafts
`;

/** Uploads the main branch by rclone. A pipeline of its own, so that merge requests never see the keys. */
const GITEE_PUBLISH = `# Gitee Go：主分支有更新，就核对、生成，用 rclone 传到网站空间。Gitee 自己不再托管网站。
# 要发布，在这条流水线的变量里写 UPLOAD_TARGET（rclone 的位置）和 rclone 的 RCLONE_CONFIG_…；不写，只生成不传。
# 日期还没到的稿件要自己上线，在流水线的触发设置里定一个每天零点十分的。
version: '1.0'
name: publish
displayName: 发布
triggers:
  trigger: auto
  push:
    branches:
      include: ['^(main|master)$']
stages:
  - name: publish
    displayName: 发布
    strategy: naturally
    trigger: auto
    steps:
      - step: build@nodejs
        name: publish
        displayName: 发布
        nodeVersion: 20.10.0
        commands:
          - npm ci
          - npm run -s check
          - TODAY=${TODAY}
          - npm run -s build -- --host gitee --as-of $TODAY
          - if [ -n "$UPLOAD_TARGET" ]; then npm run -s upload -- "$UPLOAD_TARGET"; fi
`;

/** For each host, the CI configuration that checks, builds and publishes a bulletin: paths and texts. */
export const CI_FILES: Record<CiHost, [file: string, text: string][]> = {
  github: [['.github/workflows/bulletin.yml', GITHUB]],
  gitlab: [['.gitlab-ci.yml', GITLAB]],
  gitee: [
    ['.workflow/check.yml', GITEE_CHECK],
    ['.workflow/publish.yml', GITEE_PUBLISH],
  ],
};
