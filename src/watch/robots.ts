/** What a site's robots.txt lets be read (RFC 9309), kept for a day. */

import type * as RobotsParser from 'robots-parser';
import type { FetchOutcome } from '../article/index.js';
import { onDemand } from '../on-demand.js';
import { robotName } from '../user-agent.js';
import { type Clock, day, minute, second } from './clock.js';

/** The package is a function, though its types say that it has one as `default`. */
type ParseRobots = typeof RobotsParser.default.default;
const robotsParser = onDemand<ParseRobots>('robots-parser');

export type Leave =
  /** `pause`: milliseconds between requests that the site asks for. */
  | { readonly kind: 'yes'; readonly pause: number }
  | { readonly kind: 'no' }
  /** Nothing may be read while the file can't be: a sentence. */
  | { readonly kind: 'unknown'; readonly why: string }
  | { readonly kind: 'later'; readonly at: number };

export interface Robots {
  leave(url: string, signal?: AbortSignal): Promise<Leave>;
}

/** Gets the file when its host's turn has come, or says until when that is off. */
export type GetRobots = (
  url: string,
  signal?: AbortSignal,
) => Promise<FetchOutcome | { readonly kind: 'later'; readonly at: number }>;

interface Known {
  readonly until: number;
  leave(url: string): Leave;
}

/** A server in trouble is asked again sooner. */
const keptUnknown = 10 * minute;

/** A site may hold a longer file; the standard asks for the first 500 KiB. */
export const longestRobots = 1024 * 1024;

export function createRobots(get: GetRobots, clock: Clock): Robots {
  const known = new Map<string, Promise<Known>>();

  const ask = async (origin: string, signal?: AbortSignal): Promise<Known> => {
    const url = `${origin}/robots.txt`;
    const outcome = await get(url, signal);
    const now = clock.now();
    if ('kind' in outcome) return { until: now, leave: () => outcome };
    if (outcome.ok) return { until: now + day, leave: rulesIn(url, new TextDecoder().decode(outcome.bytes)) };
    const status = outcome.answer?.status;
    // No file, or none for us: all may be read. 429 says that we ask too much.
    if (status !== undefined && status >= 400 && status < 500 && status !== 429)
      return { until: now + day, leave: () => ({ kind: 'yes', pause: 0 }) };
    // The page itself will say so.
    if (outcome.error.code === 'input/private-address')
      return { until: now, leave: () => ({ kind: 'yes', pause: 0 }) };
    const why = `The robots.txt of ${new URL(url).host} can't be read, so nothing of it is: ${outcome.error.message}`;
    return { until: now + keptUnknown, leave: () => ({ kind: 'unknown', why }) };
  };

  return {
    async leave(url, signal) {
      const { origin } = new URL(url);
      const asked = known.get(origin);
      if (asked) {
        const before = await asked.catch(() => undefined);
        if (before && before.until > clock.now()) return before.leave(url);
      }
      // Another may have asked anew meanwhile.
      const newer = known.get(origin);
      if (newer && newer !== asked) return (await newer).leave(url);
      const asking = ask(origin, signal);
      known.set(origin, asking);
      return (await asking).leave(url);
    },
  };
}

function rulesIn(robotsUrl: string, text: string): Known['leave'] {
  const rules = robotsParser()(robotsUrl, text);
  const pause = (rules.getCrawlDelay(robotName) ?? 0) * second;
  return (url) => (rules.isAllowed(url, robotName) === false ? { kind: 'no' } : { kind: 'yes', pause });
}
