/** The tools over standard input and output, for a client that starts the program itself. */
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';
import type { McpContext } from './context.js';
import { createMcpServer } from './server.js';

/** Serves until the client closes its end, or the signal aborts; what was asked until then is answered first. */
export async function serveStdio(context: McpContext, signal: AbortSignal): Promise<void> {
  const server = createMcpServer(context);
  const transport = new StdioServerTransport(process.stdin, process.stdout, { maxBufferSize: LARGEST });
  await server.connect(transport);
  const asked = askedOf(transport);
  await new Promise<void>((resolve) => {
    process.stdin.once('end', resolve).once('close', resolve);
    signal.addEventListener('abort', () => resolve(), { once: true });
    transport.onclose = resolve;
  });
  await asked.answered();
  await server.close();
}

/** Bytes of one message. */
const LARGEST = 8 * 1024 * 1024;

/** What has been asked and not been answered yet. */
function askedOf(transport: StdioServerTransport): { answered(): Promise<void> } {
  const open = new Set<string | number>();
  let done = (): void => {};
  const { onmessage } = transport;
  transport.onmessage = (message: JSONRPCMessage) => {
    if ('method' in message && 'id' in message) open.add(message.id);
    onmessage?.(message);
  };
  const send = transport.send.bind(transport);
  transport.send = async (message) => {
    await send(message);
    if (!('method' in message) && message.id !== undefined) open.delete(message.id);
    if (open.size === 0) done();
  };
  return {
    answered: () =>
      open.size === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            done = resolve;
          }),
  };
}
