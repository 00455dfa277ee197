import { readFile } from 'node:fs/promises';
import { type Damage, damageOf } from '../../../src/editions/archive/bag.ts';
import { unzip } from '../../../src/editions/archive/zip.ts';
import { ifMissing } from '../../../src/core/system-error.ts';
import { CommandError } from '../command-error.ts';
import { displayPath } from '../display-path.ts';

const KINDS: Record<Damage['kind'], string> = {
  missing: '少了',
  changed: '改过',
  added: '多出来',
  unreadable: '坏了',
};

/**
 * Compares the files of an archive copy with the digests in it.
 * @throws CommandError if the file is no archive copy
 */
export async function verifyArchive(file: string): Promise<ReturnType<typeof damageOf>> {
  const bytes = await readFile(file).catch(ifMissing(undefined));
  if (!bytes)
    throw new CommandError(`找不到 ${displayPath(file)}`, '写存档的压缩包，例如 archive/2022-09.zip');
  const entries = unzip(bytes);
  if (!entries) {
    throw new CommandError(`${displayPath(file)} 打不开：不是压缩包，或者断了、坏了`, '换一份存档核对');
  }
  const bag = [...entries.keys()].find((name) => /^[^/]+\/bagit\.txt$/u.test(name))?.replace('bagit.txt', '');
  if (bag === undefined) {
    throw new CommandError(
      `${displayPath(file)} 里没有 bagit.txt，不是存档`,
      '用 npm run archive 存的压缩包来核对',
    );
  }
  const outside = [...entries].filter(([name]) => !name.startsWith(bag));
  const inside = [...entries].flatMap(([name, content]) =>
    name.startsWith(bag) ? [[name.slice(bag.length), content] as const] : [],
  );
  const { compared, damage } = damageOf(new Map(inside));
  return {
    compared,
    damage: [...damage, ...outside.map(([name]) => ({ kind: 'added' as const, file: `../${name}` }))],
  };
}

/** `改过　data/index.html`. */
export function damageLine({ kind, file }: Damage): string {
  return `${KINDS[kind]}　${file}`;
}
