import os from 'node:os';
import { expect, it } from 'vitest';
import { childrenTime, runMeasured } from '../../scripts/bench/lib/measured-run.ts';

const node = (script: string) =>
  runMeasured({ command: process.execPath, args: ['-e', script], cwd: os.tmpdir() });

it('measures a program including its children, and timestamps its lines', async () => {
  const work = 'const end = Date.now() + 400; const kept = Buffer.alloc(150e6, 1); while (Date.now() < end);';
  const { wall, cpu, peakMB, lines } = await node(
    `console.error('begins'); require('child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(work)}]); console.error('ends')`,
  );
  expect(wall).toBeGreaterThan(0.4);
  expect(cpu).toBeGreaterThan(0.1);
  if (os.platform() === 'linux') expect(peakMB).toBeGreaterThan(150);
  const [begins, ends] = lines;
  expect([begins?.text, ends?.text]).toEqual(['begins', 'ends']);
  expect((ends?.at ?? 0) - (begins?.at ?? 0)).toBeGreaterThan(0.4);
});

it('reports the output of a program that fails', async () => {
  await expect(node(`console.error('no luck'); process.exit(3)`)).rejects.toThrow('no luck');
});

it('parses the times that shells print', () => {
  expect(childrenTime('0m0.001s 0m0.002s\n1m2.500s 0m0.250s\n')).toBe(62.75);
  expect(childrenTime('0m0.000000s 0m0.010000s\n0m1.230000s 0m0.020000s\n')).toBe(1.25);
  expect(() => childrenTime('')).toThrow("Unexpected answer of the shell's times");
});
