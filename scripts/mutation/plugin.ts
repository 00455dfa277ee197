import path from 'node:path';
import { ThreadsPoolWorker, type WorkerRequest } from 'vitest/node';
import { type RunOptions, SampleReporter } from './sample-reporter.ts';
import { fileOfTest } from './covering-tests.ts';

/*
 * Plugins for Stryker (https://stryker-mutator.io/docs/stryker-js/plugins/): a test runner that keeps
 * the loaded modules from one mutant to the next, and a reporter that draws the sample.
 *
 * Stryker's runner for Vitest starts a new thread for each mutant, which loads every module again. Here
 * the thread stays, and the test files run one by one, the quickest first, until one fails. What a mutant leaves behind
 * in a module (a memo, a cache) could falsify the next one, so results are confirmed:
 * - killed: the same tests must pass with no mutant active, otherwise the mutant runs in a new thread;
 * - survived: if the tests reached the mutated code less often than in the initial run, a memo may have hidden it, and
 *   the mutant runs once more in a new thread.
 */

const PACKAGES = path.join(process.env.STRYKER_FOLDER ?? '', 'node_modules/@stryker-mutator');
/** Id that no mutant has. */
const NO_MUTANT = 'none';

type Listener = (message: unknown) => void;
interface MutantRun extends RunOptions {
  activeMutant: { id: string };
}
interface MutantResult {
  status: 'killed' | 'survived' | 'timeout' | 'error';
  killedBy?: string[];
}
interface TestRunner {
  mutantRun(run: MutantRun): Promise<MutantResult>;
  /** How often the tests of the last run reached the mutated code. */
  readHitCount(): number;
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
class LastingThread extends ThreadsPoolWorker {
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

  constructor(options: { vitest: { pool: unknown } }, ...rest: unknown[]) {
    options.vitest.pool = {
      name: 'lasting-thread',
      createPoolWorker: (poolOptions: ConstructorParameters<typeof ThreadsPoolWorker>[0]) =>
        (thread ??= new LastingThread(poolOptions)),
    };
    super(options, ...rest);
  }

  override async mutantRun(run: MutantRun): Promise<MutantResult> {
    const fresh = thread === undefined;
    const { result, hits } = await this.runFiles(run);
    // Here the tests went round in circles, which Stryker counts; nothing was waited for.
    if (result.status === 'timeout') {
      await endThread();
      return result;
    }
    if (result.status === 'killed' && (await this.passUnchanged(run, result.killedBy))) return result;
    if (result.status === 'survived' && (fresh || hits >= run.expectedHits)) return result;
    await endThread();
    return fresh && result.status !== 'killed' ? result : (await this.runFiles(run)).result;
  }

  override async dispose(): Promise<void> {
    await super.dispose();
    await endThread();
  }

  /** Runs the covering tests file by file until one fails. */
  private async runFiles(run: MutantRun): Promise<{ result: MutantResult; hits: number }> {
    const files = Object.values(Object.groupBy(run.testFilter ?? [], fileOfTest));
    let hits = 0;
    let result: MutantResult = { status: 'survived' };
    for (const testFilter of files) {
      result = await super.mutantRun({ ...run, testFilter });
      hits += this.readHitCount();
      if (result.status !== 'survived') break;
    }
    return { result, hits };
  }

  /** Whether these tests pass in the same thread with no mutant active. */
  private async passUnchanged(run: MutantRun, testFilter = run.testFilter): Promise<boolean> {
    const { status } = await super.mutantRun({
      ...run,
      activeMutant: { ...run.activeMutant, id: NO_MUTANT },
      testFilter,
    });
    return status === 'survived';
  }
}

interface Injector {
  provideValue(token: string, value: string): Injector;
  injectClass(injectable: unknown): TestRunner;
}

function createLastingTestRunner(injector: Injector): TestRunner {
  return injector.provideValue('globalNamespace', '__stryker__').injectClass(LastingTestRunner);
}
createLastingTestRunner.inject = ['$injector'];

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'lasting-vitest', factory: createLastingTestRunner },
  { kind: 'Reporter', name: 'sample', injectableClass: SampleReporter },
];
export { strykerValidationSchema };
