import { makeRelease, withReleases } from '../../scripts/lib/release/releases.ts';
import { build, dyingDisk } from '../lib/release-site.ts';

/* A process that makes a release and is killed at its n-th change of the disk: `<folder> <version> <n>`. */
const [folder = '', version = '', moment = ''] = process.argv.slice(2);
const { disk } = dyingDisk(Number(moment), () => {
  process.kill(process.pid, 'SIGKILL');
  // The signal comes at once; until then nothing may happen.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
});
await withReleases(
  folder,
  () => {},
  () => makeRelease(folder, build(version), 2, disk),
);
