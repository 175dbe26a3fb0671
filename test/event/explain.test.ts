import { describe, expect, test } from 'vitest';
import { explainSentence, makeDesk, type SentenceTrace } from '../../src/event/index.js';
import { data, layersOf } from './layers.js';

const deskOf = makeDesk(data);

async function explained(
  text: string,
): Promise<{ text: string; trace: SentenceTrace; tokens: readonly string[] }> {
  const { doc, before } = await layersOf(text);
  const [sentence] = doc.sentences;
  if (!sentence) throw new Error('no sentence');
  return {
    text,
    trace: explainSentence(deskOf(doc, before), sentence),
    tokens: doc.tokens.map(({ form }) => form),
  };
}

/** `recipient of: over 'held' …`: each piece, the words it was taken from, and the way. */
function linesOf({ text, trace, tokens }: Awaited<ReturnType<typeof explained>>): string[] {
  return trace.events.flatMap(({ pieces }) =>
    pieces.map(({ what, by, span, path }) => {
      const words = span ? ` '${text.slice(span.start, span.end)}'` : '';
      const way = path
        .map(({ token, relation, up }) => ` ${up ? '<' : '>'}${relation} ${tokens[token]}`)
        .join('');
      return `${what} by ${by}${words}${way}`;
    }),
  );
}

describe('what each piece was taken from', () => {
  test.each([
    [
      'Chad plans to expel two Libyan diplomats on Monday.',
      [
        "trigger by verb/expel 'expel'",
        "actor by subject 'Chad' <xcomp plans >nsubj Chad",
        "recipient by object 'diplomats' >obj diplomats",
        "time by time:t1 'Monday'",
        "status by embed/plan 'plans' <xcomp plans",
      ],
    ],
  ])('%s', async (text, lines) => {
    expect(linesOf(await explained(text))).toEqual(lines);
  });
});

describe('what a rule lacked', () => {
  test.each([
    ['Iran expelled nobody.', 'verb/expel', 'event/negated'],
    ['Two sailors were arrested near the port.', 'verb/arrest', 'event/no-actor'],
    ['Kenyan police closed several roads.', 'verb/close-border', 'object'],
  ])('%s', async (text, rule, lacks) => {
    const { trace } = await explained(text);
    expect(trace.events).toEqual([]);
    expect(trace.rejected).toContainEqual(expect.objectContaining({ rule, lacks }));
  });
});
