/** Converts traditional to simplified characters, by OpenCC's table; the table is loaded on first use. */
export async function simplify(text: string): Promise<string> {
  const { default: table } = await import('opencc-js/dict/TSCharacters');
  const simple = new Map(
    table.split('|').map((pair): [string, string] => {
      const [from = '', to = ''] = pair.split(' ');
      return [from, to];
    }),
  );
  return [...text].map((character) => simple.get(character) ?? character).join('');
}
