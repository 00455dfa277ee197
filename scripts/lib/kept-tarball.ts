import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ifMissing } from '../../src/core/system-error.ts';

/**
 * The bulletin's folder for the tarball of the engine, where that does not come from a registry. It is committed
 * with the content, so that every clone and every CI run can install it.
 */
const FOLDER = 'engine';
const TARBALL = /\.(?:tgz|tar\.gz)$/u;
/** Hexadecimal digits of the digest in the file name: enough to tell builds of one version apart. */
const DIGEST_LENGTH = 8;

/** A tarball as a bulletin keeps it. */
export interface KeptTarball {
  /** For package.json: `file:engine/park-bulletin-0.2.0.tgz`. */
  source: string;
  /** Path in the bulletin's folder: `engine/park-bulletin-0.2.0.tgz`. */
  file: string;
  bytes: Buffer<ArrayBuffer>;
}

/** Whether a source of the engine is an address to download it from. */
export function isDownload(source: string): boolean {
  return /^https?:\/\//u.test(source) && TARBALL.test(source);
}

/** The absolute path of the tarball that a source names, `file:a.tgz` or `a.tgz`; undefined for other sources. */
export function tarballFile(source: string, dir: string): string | undefined {
  return TARBALL.test(source) && !isDownload(source)
    ? path.resolve(dir, source.replace(/^file:/u, ''))
    : undefined;
}

/**
 * Where a bulletin keeps a tarball. A tarball of the same name with other bytes gets another name, because npm trusts
 * the digest that package-lock.json holds for a name.
 * @param tarball absolute path
 * @param dir the bulletin's folder, which need not exist
 * @throws the error of the file system where the tarball cannot be read
 */
export async function keptTarball(tarball: string, dir: string): Promise<KeptTarball> {
  const bytes = await readFile(tarball);
  const [, stem = '', ending = ''] = /^(.*?)(\.tgz|\.tar\.gz)$/u.exec(path.basename(tarball)) ?? [];
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, DIGEST_LENGTH);
  const present = await readFile(path.join(dir, FOLDER, stem + ending)).catch(ifMissing(undefined));
  const isTaken = present !== undefined && !present.equals(bytes);
  const file = `${FOLDER}/${stem}${isTaken ? `-${digest}` : ''}${ending}`;
  return { source: `file:${file}`, file, bytes };
}

/** The tarball that a bulletin keeps for the engine that it pins, as a path in its folder; undefined if it keeps none. */
export function keptFile(pinned: string, dir: string): string | undefined {
  const file = tarballFile(pinned, dir);
  if (file === undefined || path.dirname(file) !== path.resolve(dir, FOLDER) || !existsSync(file)) {
    return undefined;
  }
  return `${FOLDER}/${path.basename(file)}`;
}
