import { expect, it } from 'vitest';
import { articlesThatFit } from '../../src/hosting/capacity.ts';
import { HOST_NAMES, HOSTS } from '../../src/hosting/hosts.ts';

it('each host holds a number of articles that follows from its limits', () => {
  const held = HOST_NAMES.map((name) => [
    name,
    articlesThatFit(HOSTS[name]),
    articlesThatFit(HOSTS[name], true),
  ]);
  expect(held.filter(([, articles]) => articles !== undefined)).toEqual([
    ['github', 3100, 2100],
    ['gitlab', 3000, 2000],
    ['cloudflare', 3000, 3000],
  ]);
});
