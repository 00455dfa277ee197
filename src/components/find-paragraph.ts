/**
 * Resolves a link to a paragraph whose beginning or end has changed since: finds the paragraph by the other half of
 * its id.
 */
const [, opening, ending] = /^#p-([\da-f]{4})([\da-f]{4})(?:-\d+)?$/u.exec(location.hash) ?? [];

if (opening && ending && !document.getElementById(location.hash.slice(1))) {
  const ids = [...document.querySelectorAll('.body > p[id^="p-"]')].map(({ id }) => id);
  const found =
    ids.find((id) => id.startsWith(opening, 'p-'.length)) ??
    ids.find((id) => id.startsWith(ending, 'p-'.length + opening.length));
  if (found) location.replace(`#${found}`);
}
