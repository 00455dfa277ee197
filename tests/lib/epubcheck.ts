import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { requirePackages } from './debian-package.ts';

/** Debian installs the program as a jar that is not marked as one. */
const JAR = '/usr/bin/epubcheck';
/** For one short run: the optimizing compiler and parallel garbage collection took two thirds of its CPU time. */
const SHORT_RUN = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** Errors and warnings of EPUBCheck about an EPUB, one a text; usage notes are not among them. */
export function epubProblems(epub: Uint8Array): string[] {
  requirePackages('epubcheck');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'epubcheck-'));
  try {
    writeFileSync(path.join(folder, 'a.epub'), epub);
    const report = path.join(folder, 'report.json');
    try {
      const command = [...SHORT_RUN, '-jar', JAR, path.join(folder, 'a.epub'), '--json', report, '-q'];
      execFileSync('java', command, { stdio: 'ignore' });
    } catch {
      // With problems it ends with 1; the report holds them.
    }
    const { messages } = JSON.parse(readFileSync(report, 'utf8')) as {
      messages: {
        ID: string;
        severity: string;
        message: string;
        locations: { path: string; line: number }[];
      }[];
    };
    return messages
      .filter(({ severity }) => ['FATAL', 'ERROR', 'WARNING'].includes(severity))
      .map(
        ({ ID, severity, message, locations: [at] }) =>
          `${severity} ${ID} ${at?.path}:${at?.line} ${message}`,
      );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
