import type { Reporter, TestModule } from 'vitest/node';

/** Ends the output with one plain line: how many tests passed and failed. */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
      if (module.errors().length > 0) counts.failed += 1;
    }
    // After the default reporter's summary, which is written when the event loop is next free.
    process.on('exit', () => console.log(`\n${counts.passed} passed, ${counts.failed} failed`));
  }
}
