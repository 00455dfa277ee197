import { existsSync } from 'node:fs';
import nodeModule from 'node:module';
import path from 'node:path';

/*
 * Keeps the compiled code of the program and its packages: without it each command spends up to a second on
 * compiling. Node checks every entry against its source, and works without a cache where it cannot write one. Import
 * this module before all larger ones. Not in the system's folder for temporary files, where others may write.
 * https://nodejs.org/api/module.html#moduleenablecompilecacheoptions
 */

// A folder without packages is none of a bulletin's.
if (existsSync('node_modules')) {
  // Node before 22.1 has no such cache.
  nodeModule.enableCompileCache?.(path.resolve('node_modules/.cache/park-bulletin'));
}
