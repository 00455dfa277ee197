import { fileRule, UPLOAD_STEPS, type UploadStep, uploadStep } from './file-rules.ts';

/** Digests of a file of the site. */
export interface FileDigests {
  bytes: number;
  /** SHA-256, hexadecimal. */
  sha256: string;
  /** MD5 in base64, as object stores compare it (`Content-MD5`). */
  md5: string;
}

/** All files of a build with their digests: written beside the site, for uploads and for `verify-site`. */
export interface Manifest {
  version: 1;
  host: string;
  /** Base path, `/` or `/daokan/`. */
  base: string;
  /** Files that readers can load, by path. */
  files: Record<string, FileDigests>;
  /** Former addresses and those that replace them, both with the base path. */
  redirects: { from: string; to: string }[];
}

/** A file of an upload. */
export interface UploadEntry extends FileDigests {
  step: UploadStep;
  path: string;
  contentType: string;
  cacheControl: string;
}

/** The files of a site in the order in which they may be uploaded; deletions come after them. */
export function uploadOrder({ files }: Pick<Manifest, 'files'>): UploadEntry[] {
  const entries = Object.entries(files).map(([path, digests]) => {
    const { contentType, headers } = fileRule(path);
    return {
      step: uploadStep(path),
      path,
      ...digests,
      contentType,
      cacheControl: headers['Cache-Control'] ?? '',
    };
  });
  return UPLOAD_STEPS.flatMap((step) => entries.filter((entry) => entry.step === step));
}

/**
 * An upload as a table, for tools and people that upload without this program.
 * @param deletions files to delete at the end
 */
export function uploadTable(entries: readonly UploadEntry[], deletions: readonly string[] = []): string {
  const columns = ['path', 'bytes', 'sha256', 'md5', 'contentType', 'cacheControl'] as const;
  const rows = [
    ['order', 'action', ...columns],
    ...entries.map((entry, index) => [index + 1, 'upload', ...columns.map((column) => entry[column])]),
    ...deletions.map((file, index) => [entries.length + index + 1, 'delete', file, '', '', '', '', '']),
  ];
  return rows.map((row) => `${row.map((value) => cell(String(value))).join(',')}\n`).join('');
}

function cell(text: string): string {
  return /[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Files of the release before that pages opened before may still load: those with digests in their names that the
 * new one no longer has.
 */
export function filesToKeep(before: Pick<Manifest, 'files'>, now: Pick<Manifest, 'files'>): string[] {
  return Object.keys(before.files).filter(
    (file) => uploadStep(file) === 'hashed' && !Object.hasOwn(now.files, file),
  );
}
