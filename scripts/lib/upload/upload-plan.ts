import { uploadStep } from '../../../src/hosting/file-rules.ts';
import { type Manifest, type UploadEntry, uploadOrder } from '../../../src/hosting/manifest.ts';
import { MARKER_FILE } from '../publish/output-folder.ts';

/** Files that are uploaded together: they belong to one step and have the same metadata. */
export interface UploadGroup {
  files: string[];
  contentType: string;
  cacheControl: string;
}

/** An upload: groups in their order, then deletions. */
export interface UploadPlan {
  entries: UploadEntry[];
  groups: UploadGroup[];
  deletions: string[];
}

/**
 * Plans an upload.
 * @param there files at the target; undefined if they are not known
 * @param before files of the last upload to this target, if it is known
 */
export function planUpload(
  manifest: Pick<Manifest, 'files'>,
  there: readonly string[] | undefined,
  before: readonly string[] | undefined,
): UploadPlan {
  const entries = uploadOrder(manifest);
  const groups = new Map<string, UploadGroup>();
  for (const { step, path, contentType, cacheControl } of entries) {
    const key = [step, contentType, cacheControl].join('\n');
    const group = groups.get(key) ?? { files: [], contentType, cacheControl };
    group.files.push(path);
    groups.set(key, group);
  }
  // Pages that are open now may still load hashed files of the last upload; all of them if it is not known.
  const mayBeOpen = (file: string) => uploadStep(file) === 'hashed' && (before?.includes(file) ?? true);
  const deletions = (there ?? before ?? []).filter(
    (file) => file !== MARKER_FILE && !Object.hasOwn(manifest.files, file) && !mayBeOpen(file),
  );
  return { entries, groups: [...groups.values()], deletions: [...deletions].sort() };
}
