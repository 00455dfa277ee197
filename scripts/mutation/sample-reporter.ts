import { createHash } from 'node:crypto';
import { coveringTests, type InitialRun } from './covering-tests.ts';

/** A mutant as Stryker reports it: https://stryker-mutator.io/docs/mutation-testing-elements/mutant-states-and-metrics */
export interface Mutant {
  fileName: string;
  location: { start: { line: number } };
  mutatorName: string;
  replacement: string;
  id: string;
  status?: string;
  statusReason?: string;
}

/** How Stryker runs a mutant; see `MutantRunOptions` in its API. */
export interface RunOptions {
  /** Tests to run. */
  testFilter?: string[];
  /** How often the mutated code may run before the tests count as an endless loop. */
  hitLimit?: number;
  /** Milliseconds after which the tests count as an endless loop. */
  timeout?: number;
  /** How often these tests reached the code in the initial run. */
  expectedHits: number;
  reloadEnvironment?: boolean;
}

interface Plan {
  mutant: Mutant;
  runOptions?: RunOptions;
}

/** After how many mutants the run says how far it has come. */
const PROGRESS_STEP = 25;
/** Of a normal distribution, so that 95 % of all samples lie within the margin. */
const DEVIATIONS = 1.96;

/** States of a mutant that has been tested. One that times out counts as found; see the command's help. */
const STATES = {
  Killed: '发现',
  Timeout: '超时',
  Survived: '没有发现',
  NoCoverage: '没有测到',
  RuntimeError: '不能运行',
} as const;

/** Draws the sample once all mutants are known, prints what the tests miss, how far the run has come, and the result. */
export class SampleReporter {
  private all = 0;
  private size = 0;
  private initialRun: InitialRun | undefined;
  private readonly tested: Mutant[] = [];
  private readonly start = Date.now();

  onDryRunCompleted({ result }: { result: InitialRun }): void {
    this.initialRun = result;
  }

  /**
   * Stryker tests what this list holds, in its order: first those that no test reaches, then the others. As the order is
   * random, the counts of a run that is stopped are those of a sample too.
   */
  onMutationTestingPlanReady({ mutantPlans }: { mutantPlans: Plan[] }): void {
    const valid = mutantPlans.filter(({ mutant }) => mutant.status !== 'Ignored');
    const size = process.env.MUTATION_SAMPLE ? Number(process.env.MUTATION_SAMPLE) : valid.length;
    const sample = valid
      .map((plan) => ({ plan, key: orderKey(plan.mutant) }))
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
      .slice(0, size)
      .map(({ plan }) => plan);
    for (const { mutant, runOptions } of sample) {
      if (!runOptions || !this.initialRun) continue;
      // Otherwise Stryker moves mutants that a module also runs while it loads to the end.
      runOptions.reloadEnvironment = false;
      Object.assign(runOptions, coveringTests(mutant.id, runOptions.testFilter ?? [], this.initialRun));
    }
    const ignored = mutantPlans.length - valid.length;
    console.error(
      `可造错 ${valid.length} 处，测 ${sample.length} 处；另有 ${ignored} 处只在加载时运行，不测`,
    );
    mutantPlans.splice(0, mutantPlans.length, ...sample);
    this.all = valid.length;
    this.size = sample.length;
  }

  onMutantTested(mutant: Mutant): void {
    this.tested.push(mutant);
    if (mutant.status === 'Survived' || mutant.status === 'NoCoverage') console.log(missedText(mutant));
    if (this.tested.length % PROGRESS_STEP > 0) return;
    const seconds = Math.round((Date.now() - this.start) / 1000);
    console.error(`${this.tested.length} / ${this.size}（${seconds} 秒）：${countText(this.tested)}`);
  }

  onMutationTestReportReady(): void {
    console.log(`\n${shareText(this.tested, this.all)}`);
  }
}

/** A mutant's place in the random order: the same in each run, also after other files have changed. */
function orderKey({ fileName, location, mutatorName, replacement }: Mutant): string {
  return createHash('sha256')
    .update(
      JSON.stringify([process.env.MUTATION_SEED, shortName(fileName), location, mutatorName, replacement]),
    )
    .digest('hex');
}

/** One line about a mutant that the tests did not notice. */
function missedText({ fileName, location, mutatorName, replacement, status }: Mutant): string {
  const state = status === 'Survived' ? STATES.Survived : STATES.NoCoverage;
  return `${shortName(fileName)}:${location.start.line} ${state}，${mutatorName} ${replacement.replaceAll(/\s+/gu, ' ')}`;
}

/** The share of the mutants that the tests found, its margin of error, and the count of each state. */
export function shareText(tested: Mutant[], all: number): string {
  const found = count(tested, 'Killed') + count(tested, 'Timeout');
  const valid = found + count(tested, 'Survived') + count(tested, 'NoCoverage');
  const share = valid === 0 ? 0 : found / valid;
  const left = all > 1 ? Math.max(0, all - valid) / (all - 1) : 0;
  const margin = DEVIATIONS * Math.sqrt(((share * (1 - share)) / Math.max(1, valid)) * left);
  const percent = (value: number) => `${(value * 100).toFixed(1)}%`;
  return `发现 ${percent(share)}（误差 ±${percent(margin)}）：共 ${all} 处，测了 ${valid} 处，${countText(tested)}`;
}

function countText(tested: Mutant[]): string {
  return Object.entries(STATES)
    .map(([state, name]) => `${name} ${count(tested, state)}`)
    .join('，');
}

function count(tested: Mutant[], state: string): number {
  return tested.filter(({ status }) => status === state).length;
}

function shortName(fileName: string): string {
  return fileName.replace(/^.*?(?=src\/)/u, '');
}
