import type { Changes } from '../scaffold/apply-changes-fs.ts';

/** Rewrites content from one version of the content model to the next. */
export interface Migration {
  /** The version of the content model that it leads to. */
  to: number;
  /** @param dir the content folder, in the version before */
  plan(dir: string): Promise<Changes>;
}

/** All migrations by their version. A version that needs none is still listed, with an empty plan. */
export const MIGRATIONS: readonly Migration[] = [];
