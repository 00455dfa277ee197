import fc from 'fast-check';
import { afterAll } from 'vitest';
import { removeTemporaryFolders } from './temporary-folders.ts';

/* Runs before each test file, also where files share their modules. */

// Every run has the same random cases, so that only a change of the code can break a test.
fc.configureGlobal({ seed: 20220930 });

afterAll(removeTemporaryFolders);
