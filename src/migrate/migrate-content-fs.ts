import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CONTENT_MODEL, modelOf } from '#core/content-model.ts';
import { ifMissing } from '#core/system-error.ts';
import { parseYaml } from '#core/yaml-source.ts';
import { applyChanges, type Changes } from '../scaffold/apply-changes-fs.ts';
import { type Migration, MIGRATIONS } from './migrations.ts';

const SITE = 'site.yaml';

/**
 * Brings a content folder to the version of this engine, one migration after the other. Each is applied together
 * with the new number in `site.yaml`, so an interrupted run goes on where it stopped.
 * @returns the versions that were reached
 */
export async function migrateContent(
  dir: string,
  migrations: readonly Migration[] = MIGRATIONS,
  target = CONTENT_MODEL,
): Promise<number[]> {
  const text = await readFile(path.join(dir, SITE), 'utf8').catch(ifMissing(''));
  const model = modelOf(parseYaml(text).data);
  if (model === undefined) return [];
  const due = migrations.filter(({ to }) => to > model && to <= target).toSorted((a, b) => a.to - b.to);
  for (const { to, plan } of due) await applyChanges(dir, await withModel(dir, await plan(dir), to));
  return due.map(({ to }) => to);
}

/** Adds the new version in `site.yaml` to the changes of a migration. */
async function withModel(dir: string, changes: Changes, model: number): Promise<Changes> {
  const planned = changes.replace.get(SITE);
  const text = planned ? Buffer.from(planned).toString() : await readFile(path.join(dir, SITE), 'utf8');
  const line = `model: ${model}`;
  const numbered = /^model:.*$/mu.test(text)
    ? text.replace(/^model:.*$/mu, line)
    : `${text.replace(/\n*$/u, '\n')}${line}\n`;
  return { ...changes, replace: new Map(changes.replace).set(SITE, Buffer.from(numbered)) };
}
