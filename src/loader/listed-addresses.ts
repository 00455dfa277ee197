import { UNLISTED } from '#core/published-addresses.ts';
import { type Loss, LossExplainer, type Reading } from './address-loss.ts';

/** Addresses that one message lists. */
const MAX_ADDRESSES_SHOWN = 3;

/**
 * Records a diagnostic for each listed address that has neither a page nor a redirect any more: which file to
 * change, and what to write there.
 * @param listed addresses with their lines
 * @param published the addresses of the published content
 */
export function checkListed(
  listed: ReadonlyMap<string, number>,
  published: ReadonlySet<string>,
  reading: Reading,
): void {
  const explainer = new LossExplainer(listed, published, reading);
  const losses = new Map<string, { loss: Loss; addresses: string[] }>();
  for (const [address, line] of listed) {
    if (published.has(address) || UNLISTED.has(address)) continue;
    const loss = explainer.explain(address, line);
    if (!loss) continue;
    const known = losses.get(loss.cause);
    if (known) known.addresses.push(address);
    else losses.set(loss.cause, { loss, addresses: [address] });
  }
  // Only now: `explain` must not see files that have an error only because of this check.
  for (const { loss, addresses } of losses.values()) {
    const { collector, path, line, fix } = loss;
    const problem = loss.problem(someOf(addresses));
    if (path) collector.at(path, 'address', problem, fix);
    else collector.add([{ rule: 'address', ...(line && { line, column: 1 }), problem, fix }]);
  }
}

function someOf(addresses: string[]): string {
  const shown = addresses.slice(0, MAX_ADDRESSES_SHOWN).join('、');
  return addresses.length > MAX_ADDRESSES_SHOWN ? `${shown} 等 ${addresses.length} 个网址` : shown;
}
