/** Converts traditional to simplified characters, by OpenCC's table; the table is loaded on first use. */
export async function simplify(text: string): Promise<string> {
  const { default: table } = await import('opencc-js/dict/TSCharacters');
  // Pairs. A built site has the table without the signs between them, see `config.ts`.
  const characters = [...table.replace(/[ |]/gu, '')];
  const simple = new Map<string, string>();
  for (let at = 0; at < characters.length; at += 2)
    simple.set(characters[at] ?? '', characters[at + 1] ?? '');
  return [...text].map((character) => simple.get(character) ?? character).join('');
}
