/** A page that the search finds by name: a park, a region, a category, an issue … An entry of `names.json`. */
export interface NamedPage {
  name: string;
  /** 园区, 地区, 栏目 … */
  kind: string;
  url: string;
  aliases: string[];
  /** First letters of the pinyin of name and aliases: `tsgxq`. */
  initials: string[];
}
