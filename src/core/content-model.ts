/**
 * The version of the content model that this engine reads: of the folders, files and fields that editors write.
 * It grows by one when content written for the earlier one has to be changed; `src/migrate/` does that.
 */
export const CONTENT_MODEL = 1;
/** What `site.yaml` means without the key `model`. */
const FIRST_MODEL = 1;

/** The version that `site.yaml` names; undefined if what is written there is not a version. */
export function modelOf(site: unknown): number | undefined {
  const written = (site as { model?: unknown } | null | undefined)?.model ?? FIRST_MODEL;
  return Number.isInteger(written) && Number(written) >= FIRST_MODEL ? Number(written) : undefined;
}
