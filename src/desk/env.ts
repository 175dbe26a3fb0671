/** What a request carries on its way through the desk. */
import type { HttpBindings } from '@hono/node-server';

export type Scope = 'read' | 'write';

export interface DeskEnv {
  Bindings: HttpBindings;
  Variables: {
    /** Whose key it came with; `local` where none is needed. */
    who: string;
    scope: Scope;
    /** For logs. */
    request: string;
  };
}
