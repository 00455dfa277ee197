import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Starts the tests of the built site first. They take longest: at the end, one worker would be busy with them while the
 * others have nothing left. Vitest alone knows the durations only from an earlier run.
 */
export class SiteFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isSite = ({ project }: TestSpecification) => project.name === 'site';
    return [...sorted.filter(isSite), ...sorted.filter((file) => !isSite(file))];
  }
}
