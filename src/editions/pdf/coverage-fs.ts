/** Whether all of some fonts have a glyph of a character. */
export type Coverage = (character: string) => boolean;

/** Reads which characters fonts have. */
export async function coverageOf(fonts: readonly Uint8Array<ArrayBuffer>[]): Promise<Coverage> {
  const { Blob, Face, Font } = await import('harfbuzzjs');
  const opened = fonts.map((bytes) => new Font(new Face(new Blob(bytes))));
  const known = new Map<string, boolean>();
  return (character) => {
    let covered = known.get(character);
    if (covered === undefined) {
      const code = character.codePointAt(0) ?? 0;
      covered = opened.every((font) => Boolean(font.nominalGlyph(code)));
      known.set(character, covered);
    }
    return covered;
  };
}
