import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { CI_FILES } from '../../src/scaffold/ci-files.ts';
import { runHere } from '../lib/run-here.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

it.each(Object.values(CI_FILES).flat())(
  '%s is YAML and calls existing commands with existing options; this repository has the same',
  async (file, text) => {
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(parseDocument(text).errors).toEqual([]);
    const calls = [...text.matchAll(/npm run -s ([\w-]+)(?: -- ([^|>\n);]*))?/gu)];
    expect(calls.length).toBeGreaterThan(1);
    for (const [, name = '', options = ''] of calls) {
      expect(scripts).toHaveProperty(name);
      const { code } = await runHere(name, [...options.trim().split(' ').filter(Boolean), '--help']);
      expect([name, options, code]).toEqual([name, options, 0]);
    }
  },
  60_000,
);

interface Step {
  uses?: string;
  with?: Record<string, unknown>;
}
interface Workflow {
  permissions?: Record<string, string>;
  jobs: Record<
    string,
    { 'timeout-minutes'?: number; permissions?: unknown; 'runs-on': string; if?: string; steps: Step[] }
  >;
}

/** Whether a job only publishes what another job has built, from the main branch, with the permissions for it. */
function isPublication({ permissions, if: when = '', steps }: Workflow['jobs'][string]): boolean {
  return (
    JSON.stringify(permissions) === '{"pages":"write","id-token":"write"}' &&
    when.includes("github.event_name != 'pull_request'") &&
    when.includes('github.ref_name == github.event.repository.default_branch') &&
    steps.every(({ uses }) => uses?.startsWith('actions/deploy-pages@'))
  );
}

/** Settings of a GitHub workflow that are less strict than they should be. */
function loose(text: string): string[] {
  const { permissions, jobs } = parseDocument(text).toJS() as Workflow;
  // A comment has the version of the pinned commit, for people and for the bot.
  const pinned = /^ *(?:- )?uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u;
  const uses = text.split('\n').filter((line) => /\buses:/u.test(line));
  const rights = JSON.stringify(permissions);
  return [
    ...(rights === '{"contents":"read"}' ? [] : [`permissions ${rights}`]),
    ...uses.filter((line) => !pinned.test(line)).map((line) => line.trim()),
    ...Object.values(jobs).flatMap((job) => [
      ...(job['timeout-minutes'] ? [] : ['no timeout-minutes']),
      ...(job.permissions && !isPublication(job) ? ['permissions of a job'] : []),
      ...(/-latest$/u.test(job['runs-on']) ? [job['runs-on']] : []),
      ...job.steps.flatMap((step) =>
        step.uses?.startsWith('actions/checkout@') && step.with?.['persist-credentials'] !== false
          ? ['persist-credentials']
          : [],
      ),
    ]),
  ];
}

it('GitHub runs pinned actions only, with read permission only', () => {
  for (const file of readdirSync('.github/workflows')) {
    const text = readFileSync(`.github/workflows/${file}`, 'utf8');
    expect([file, loose(text)]).toEqual([file, []]);
    expect(loose(text.replace(/@[0-9a-f]{40} # v4\.3\.0/u, '@v4'))).toEqual(['- uses: actions/checkout@v4']);
    expect(loose(text.replace(/ # v4\.4\.0/u, ''))).toHaveLength(1);
    expect(loose(text.replace('persist-credentials: false', 'persist-credentials: true'))).toEqual([
      'persist-credentials',
    ]);
    expect(loose(text.replace(/ *timeout-minutes: .*/u, ''))).toEqual(['no timeout-minutes']);
    expect(loose(text.replace('contents: read', 'contents: write'))).toHaveLength(1);
  }
});

it('GitLab runs an image with a fixed version and a time limit', () => {
  const {
    default: common,
    check,
    drafts,
    pages,
  } = parseDocument(readFileSync('.gitlab-ci.yml', 'utf8')).toJS();
  expect(common.image).toMatch(/^node:\d+\.\d+\.\d+-\w+$/u);
  for (const job of [check, drafts, pages]) expect(job.timeout).toBe('20 minutes');
});

it('the main branch never reads a cache of a merge request, and only it is published', () => {
  const gitlab = parseDocument(readFileSync('.gitlab-ci.yml', 'utf8')).toJS();
  // The kind of pipeline, then the branch: `merge_request_event` is never `push`.
  expect(gitlab.default.cache.key).toBe('bulletin-$CI_PIPELINE_SOURCE-$CI_COMMIT_REF_SLUG');
  expect(gitlab.pages.rules).toEqual([
    { if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $PUBLISH == "pages"' },
  ]);
  expect(gitlab.drafts.rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }]);
  const github = readFileSync('.github/workflows/bulletin.yml', 'utf8');
  expect(github).toContain('restore-keys: bulletin-$' + '{{ github.event_name }}-');
  const publish = parseDocument(readFileSync('.workflow/publish.yml', 'utf8')).toJS();
  expect(Object.keys(publish.triggers)).toEqual(['trigger', 'push']);
  expect(readFileSync('.workflow/check.yml', 'utf8')).not.toContain('UPLOAD_TARGET');
});

it('the bot names existing packages', () => {
  const text = readFileSync('.github/dependabot.yml', 'utf8');
  const { updates } = parseDocument(text).toJS() as {
    updates: { groups: Record<string, { patterns?: string[] }>; ignore?: { 'dependency-name': string }[] }[];
  };
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const names = Object.keys({ ...dependencies, ...devDependencies });
  const [npm] = updates;
  const patterns = [
    ...Object.values(npm?.groups ?? {}).flatMap(({ patterns: each = [] }) => each),
    ...(npm?.ignore ?? []).map((each) => each['dependency-name']),
  ];
  expect(patterns.length).toBeGreaterThan(10);
  const dead = patterns.filter((pattern) => {
    const start = pattern.replace(/\*$/u, '');
    return !names.some((name) => (start === pattern ? name === pattern : name.startsWith(start)));
  });
  expect(dead).toEqual([]);
});
