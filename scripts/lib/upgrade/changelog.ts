/** A version number in its parts; undefined for anything else. */
function versionOf(text: string): number[] | undefined {
  const [, ...parts] = /(\d+)\.(\d+)\.(\d+)/u.exec(text) ?? [];
  return parts.length > 0 ? parts.map(Number) : undefined;
}

/** Negative if `a` is older than `b`, positive if it is newer. */
export function compareVersions(a: string, b: string): number {
  const [left = [], right = []] = [versionOf(a), versionOf(b)];
  for (const index of [0, 1, 2]) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether a step may break something: another major version, or below 1.0.0 another minor one. */
export function isMajorStep(from: string, to: string): boolean {
  const [left = [], right = []] = [versionOf(from), versionOf(to)];
  if (left[0] !== right[0]) return true;
  return left[0] === 0 && left[1] !== right[1];
}

/**
 * The sections of a changelog after version `from`, up to version `to`. The section of unreleased changes counts as
 * that of `to` if `to` has no section.
 */
export function changesBetween(changelog: string, from: string, to: string): string {
  const parts = changelog.split(/^(?=## )/mu).filter((part) => part.startsWith('## '));
  const heading = (part: string) => part.split('\n')[0] ?? '';
  const hasOwn = parts.some((part) => versionOf(heading(part)) && compareVersions(heading(part), to) === 0);
  return parts
    .filter((part) => {
      if (!versionOf(heading(part))) return !hasOwn;
      return compareVersions(heading(part), from) > 0 && compareVersions(heading(part), to) <= 0;
    })
    .map((part) => part.trim())
    .join('\n\n');
}
