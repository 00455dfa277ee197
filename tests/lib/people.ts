import type { Person, Role } from '#core/byline.ts';

/** `记者 甲某@某报 乙某；通讯员 丙某` as people: the affiliation follows @. */
export function people(text: string): Person[] {
  return text.split('；').flatMap((group) => {
    const [role, ...names] = group.split(' ');
    return names.map((word): Person => {
      const [name = '', org] = word.split('@');
      return { name, role: role as Role, ...(org && { org }) };
    });
  });
}
