import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ThreadsPoolWorker, type WorkerRequest } from 'vitest/node';

/*
 * Plugins for Stryker (https://stryker-mutator.io/docs/stryker-js/plugins/): a test runner that keeps
 * the loaded modules from one mutant to the next, and a reporter that draws the sample.
 *
 * Stryker's runner for Vitest starts a new thread for each mutant, which loads every module again:
 * 5 to 20 seconds for each. Here the thread stays. What a mutant leaves behind in a module (a memo,
 * a cache) could falsify the next one, so every result is confirmed:
 * - killed: the same tests must pass with no mutant active, otherwise the mutant runs in a new thread;
 * - survived: the mutant runs once more in a new thread, where no memo of an earlier run hides it.
 */

const { STRYKER_FOLDER = '', MUTATION_SAMPLE = '' } = process.env;
const PACKAGES = path.join(STRYKER_FOLDER, 'node_modules/@stryker-mutator');
const SAMPLE_FILE = path.join(STRYKER_FOLDER, 'sample.json');
const SEED = '园区导刊';
/** Id that no mutant has. */
const NO_MUTANT = 'none';

type Listener = (message: unknown) => void;
interface Mutant {
  id: string;
  fileName: string;
  status?: string;
}
interface MutantRun {
  activeMutant: Mutant;
  testFilter?: string[];
  hitLimit?: number;
}
interface MutantResult {
  status: 'killed' | 'survived' | 'timeout' | 'error';
  killedBy?: string[];
  errorMessage?: string;
}
interface TestRunner {
  mutantRun(run: MutantRun): Promise<MutantResult>;
  dispose(): Promise<void>;
}
/** The part of Stryker's class that is used here: Stryker is installed on demand, so its types are absent. */
type TestRunnerClass = (new (options: { vitest: { pool: unknown } }, ...rest: unknown[]) => TestRunner) & {
  inject: string[];
};

const load = (name: string): Promise<unknown> => import(path.join(PACKAGES, name));
const { VitestTestRunner } = (await load('vitest-runner/dist/src/vitest-test-runner.js')) as {
  VitestTestRunner: TestRunnerClass;
};
const { strykerValidationSchema } = (await load('vitest-runner/dist/src/index.js')) as {
  strykerValidationSchema: unknown;
};

let thread: LastingThread | undefined;

/** A thread of Vitest that goes on after a run, with its modules, until `end()`. */
export class LastingThread extends ThreadsPoolWorker {
  private started = false;
  private readonly listeners = new Set<Listener>();

  override async start(): Promise<void> {
    if (!this.started) await super.start();
    this.started = true;
  }

  override on(event: string, listener: Listener): void {
    if (event === 'message') this.listeners.add(listener);
    super.on(event, listener);
  }

  /** Does not pass the request to stop on to the thread, which would close: answers in its place. */
  override send(message: WorkerRequest): void {
    if ((message as { type?: string }).type !== 'stop') {
      super.send(message);
      return;
    }
    for (const listener of this.listeners) {
      super.off('message', listener);
      listener({ type: 'stopped', __vitest_worker_response__: true });
    }
    this.listeners.clear();
  }

  override async stop(): Promise<void> {}

  async end(): Promise<void> {
    if (this.started) await super.stop();
  }
}

async function endThread(): Promise<void> {
  const ended = thread;
  thread = undefined;
  await ended?.end();
}

class LastingTestRunner extends VitestTestRunner {
  static override inject = VitestTestRunner.inject;
  private sample: Set<string> | undefined;

  constructor(options: { vitest: { pool: unknown } }, ...rest: unknown[]) {
    options.vitest.pool = {
      name: 'lasting-thread',
      createPoolWorker: (poolOptions: ConstructorParameters<typeof ThreadsPoolWorker>[0]) =>
        (thread ??= new LastingThread(poolOptions)),
    };
    super(options, ...rest);
  }

  override async mutantRun(run: MutantRun): Promise<MutantResult> {
    this.sample ??= new Set(JSON.parse(readFileSync(SAMPLE_FILE, 'utf8')) as string[]);
    if (!this.sample.has(run.activeMutant.id)) return { status: 'error', errorMessage: 'not in the sample' };
    const fresh = thread === undefined;
    const t0 = Date.now();
    DBG(`run ${run.activeMutant.id} ${fresh} ${run.testFilter?.length}`);
    const result = await super.mutantRun(run);
    DBG(`  ${result.status} ${JSON.stringify(result).slice(0,150)} ${Date.now()-t0}`);
    if (result.status === 'killed' && (await this.passUnchanged(run, result.killedBy))) return result;
    DBG(`  again ${Date.now()-t0}`);
    await endThread();
    DBG(`  ended ${Date.now()-t0}`);
    return fresh && result.status !== 'killed' ? result : super.mutantRun(run);
  }

  override async dispose(): Promise<void> {
    await super.dispose();
    await endThread();
  }

  /** Whether these tests pass in the same thread with no mutant active. */
  private async passUnchanged(run: MutantRun, testFilter: string[] | undefined): Promise<boolean> {
    const r = await super.mutantRun({ ...run, activeMutant: { ...run.activeMutant, id: NO_MUTANT }, testFilter });
    DBG('unchanged ' + JSON.stringify(testFilter) + JSON.stringify(r).slice(0, 400));
    return r.status === 'survived';
  }
}

interface Plan {
  mutant: Mutant & { location: unknown; mutatorName: string; replacement: string };
}

/** Draws the sample once all mutants are known, and prints how far the run has come. */
export class SampleReporter {
  private size = 0;
  private done = 0;
  private readonly start = Date.now();

  onMutationTestingPlanReady({ mutantPlans }: { mutantPlans: Plan[] }): void {
    const valid = mutantPlans.map(({ mutant }) => mutant).filter(({ status }) => status !== 'Ignored');
    // The order of a hash is random, but the same each time, and one file's change leaves the others'.
    const order = new Map(valid.map((mutant) => [mutant, hash(mutant)]));
    valid.sort((a, b) => (order.get(a)! < order.get(b)! ? -1 : 1));
    const sample = MUTATION_SAMPLE === '' ? valid : valid.slice(0, Number(MUTATION_SAMPLE));
    this.size = sample.length;
    writeFileSync(SAMPLE_FILE, JSON.stringify(sample.map(({ id }) => id)));
  }

  onMutantTested({ status }: { status: string }): void {
    if (status === 'RuntimeError' || status === 'Ignored') return;
    this.done++;
    if (this.done % 10 === 0) {
      console.error(`${this.done} / ${this.size}，${Math.round((Date.now() - this.start) / 1000)} 秒`);
    }
  }
}

function hash({ fileName, location, mutatorName, replacement }: Plan['mutant']): string {
  const text = JSON.stringify([SEED, path.relative(process.cwd(), fileName), location, mutatorName, replacement]);
  return createHash('sha256').update(text).digest('hex');
}

function createLastingTestRunner(injector: { injectClass: (from: unknown) => unknown; provideValue: Function }) {
  return injector.provideValue('globalNamespace', '__stryker__').injectClass(LastingTestRunner);
}
createLastingTestRunner.inject = ['$injector'];

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'lasting-vitest', factory: createLastingTestRunner },
  { kind: 'Reporter', name: 'sample', injectableClass: SampleReporter },
];
export { strykerValidationSchema };

function DBG(t: string) { appendFileSync('/tmp/dbg.log', t + '\n'); }
