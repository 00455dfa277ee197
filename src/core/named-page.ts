/** A page that a name leads to: a park, a county, a column, an issue … One line of the search's file of names. */
export interface NamedPage {
  name: string;
  /** 园区, 地区, 栏目 … */
  kind: string;
  url: string;
  aliases: string[];
  /** First letters of the pinyin of name and aliases: `tsgxq`. */
  initials: string[];
}
