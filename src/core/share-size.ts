/** Pixels of a share picture: the size that messengers and social networks ask for (1.91:1). */
export const SHARE_WIDTH = 1200;
export const SHARE_HEIGHT = 630;
