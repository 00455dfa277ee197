/**
 * The named groups of a match.
 * @typeParam Name groups that take part in every match of the pattern
 * @typeParam Optional groups that may be missing
 */
export function namedGroups<Name extends string, Optional extends string = never>({
  groups,
}: RegExpExecArray): Record<Name, string> & Partial<Record<Optional, string>> {
  return groups as Record<Name, string> & Partial<Record<Optional, string>>;
}
