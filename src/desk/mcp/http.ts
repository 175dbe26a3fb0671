/** The tools over streamable HTTP, to be mounted at /mcp. Stateless: each request stands for itself, on any of several desks. */
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { McpContext } from './context.js';
import { createMcpServer } from './server.js';

/** Bytes: a report of `read_report` and its arguments, written as JSON. */
const LARGEST = 4 * 1024 * 1024;
/** Messages in one request; older clients send several at once. */
const TOGETHER = 10;

/** Keys, origins, hosts and rates are checked by whoever mounts it. */
export function mcpApp(context: McpContext): Hono {
  const app = new Hono();
  app.post(
    '/',
    bodyLimit({ maxSize: LARGEST, onError: () => fault(413, -32600, 'The request is too large.') }),
    async ({ req }) => {
      const text = await req.text();
      let parsedBody: unknown;
      try {
        parsedBody = JSON.parse(text);
      } catch {
        return fault(400, -32700, 'The request is no JSON.');
      }
      if (Array.isArray(parsedBody) && parsedBody.length > TOGETHER)
        return fault(400, -32600, `At most ${TOGETHER} messages together.`);
      return answer(context, req.raw, parsedBody);
    },
  );
  // Nothing is sent unasked and there are no sessions to end: the specification answers so.
  app.all('/', () => fault(405, -32000, 'POST only: there are no sessions here.', { Allow: 'POST' }));
  return app;
}

async function answer(context: McpContext, request: Request, parsedBody: unknown): Promise<Response> {
  const server = createMcpServer(context);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  try {
    await server.connect(transport);
    return await transport.handleRequest(request, { parsedBody });
  } catch (error) {
    context.onError?.(error);
    return fault(500, -32603, 'The desk could not answer.');
  } finally {
    await server.close();
  }
}

const fault = (
  status: number,
  code: number,
  message: string,
  headers: Record<string, string> = {},
): Response => Response.json({ jsonrpc: '2.0', error: { code, message }, id: null }, { status, headers });
