import { parentPort } from 'node:worker_threads';
import {
  type ImportContext,
  type ImportedFile,
  type ImportInput,
  loadImporter,
  UnreadableError,
} from '../../../src/import/index.ts';
import { convert } from './convert-office.ts';

/** Messages to and from the worker. Errors are sent as data: thread messages do not preserve error classes. */
export interface ImportRequest {
  input: ImportInput;
  context: ImportContext;
}
export type ImportReply = { file: ImportedFile } | { message: string; fix: string } | { crash: string };

const importFile = await loadImporter();

parentPort?.on('message', async ({ input, context }: ImportRequest) => {
  parentPort?.postMessage(await reply(input, context));
});
parentPort?.postMessage('ready');

async function reply(input: ImportInput, context: ImportContext): Promise<ImportReply> {
  try {
    return { file: await importFile(await convert(input), context) };
  } catch (error) {
    if (error instanceof UnreadableError) return { message: error.message, fix: error.fix };
    return { crash: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
