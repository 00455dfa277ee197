/** A page that the search finds by name: a park, a region, a category, an issue … An entry of `names.json`. */
export interface NamedPage {
  name: string;
  /** 园区, 地区, 栏目 … */
  kind: string;
  url: string;
  aliases: string[];
  /** The pinyin of name and aliases, its syllables apart: `tang shan gao xin qu`. */
  readings: string[];
}
