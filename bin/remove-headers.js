// Runs after the package is installed: removes the C headers that the package "node" always carries (67 MB). Only
// compilers of native add-ons read them. Where this fails or may not run, they stay, and nothing else changes.
import { readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

try {
  const node = path.dirname(createRequire(import.meta.url).resolve('node/package.json'));
  const platforms = path.join(node, 'node_modules');
  for (const name of readdirSync(platforms))
    rmSync(path.join(platforms, name, 'include'), { recursive: true, force: true });
} catch {
  // The headers stay.
}
