import { setTimeout as wait } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import type { Browser } from 'playwright-core';
import { serveFolder } from '../../lib/static-server.ts';
import { percentiles, type Query } from './search-quality.ts';

/** Slow 3G as WebPageTest has it: bytes per second for all responses together, and milliseconds before each. */
const BYTES_PER_SECOND = 50_000;
const LATENCY_MS = 400;
/** Bytes sent at a time. */
const PACKET = 1_250;

/**
 * Milliseconds from the moment in which a new reader opens the address of a query to the first results, on a slow
 * network. The server is slow, not the browser: browsers do not slow down the requests of workers.
 * @param site folder of the built site
 */
export async function slowResults(browser: Browser, queries: Query[], site: string) {
  const { url, server } = await serveFolder(site, sendSlowly());
  const times: number[] = [];
  for (const { text } of queries) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const started = performance.now();
    await page.goto(`${url}search/?${new URLSearchParams({ q: text })}`, { waitUntil: 'commit' });
    // A locator would look only every half second.
    await page.waitForFunction(() => document.querySelector('[data-search-result]'));
    times.push(performance.now() - started);
    await context.close();
  }
  server.close();
  return percentiles(times);
}

/** Sends bodies as one slow line does, which all share. */
function sendSlowly() {
  /** The moment in which the line is free again. */
  let free = 0;
  return async (response: ServerResponse, body: Uint8Array) => {
    await wait(LATENCY_MS);
    for (let at = 0; at < body.length; at += PACKET) {
      const packet = body.subarray(at, at + PACKET);
      free = Math.max(free, performance.now()) + (packet.length / BYTES_PER_SECOND) * 1000;
      await wait(free - performance.now());
      response.write(packet);
    }
    response.end();
  };
}
