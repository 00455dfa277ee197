/** What the configuration of a host is made from. */
export interface HostedSite {
  /** Base path, `/` or `/daokan/`. */
  base: string;
  /** Folder that the server reads, absolute. */
  root: string;
  /** Former addresses and those that replace them, both with the base path. */
  redirects: readonly { from: string; to: string }[];
}

/** Files for a host by name, with their text. */
export interface HostFiles {
  /** For the site's folder. */
  inside: Record<string, string>;
  /** For the folder beside it. */
  beside: Record<string, string>;
}

export const NOTE = '由 park-bulletin 生成，下一次生成会换掉它';
