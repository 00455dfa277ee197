const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** The address of a link with a safe scheme; undefined for other schemes or none. */
export function safeLink(target: string): string | undefined {
  const trimmed = target.trim();
  if (!URL.canParse(trimmed)) return undefined;
  const { protocol, href } = new URL(trimmed);
  if (!SAFE_SCHEMES.has(protocol)) return undefined;
  return /[\s<>"\\\p{Cc}]/u.test(trimmed) ? href : trimmed;
}
