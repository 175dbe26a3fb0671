import { describe, expect, test } from 'vitest';
import { explainSentences, makeDesk, type SentenceTrace } from '../../src/event/index.js';
import { data, layersOf } from './layers.js';

const deskOf = makeDesk(data);

async function explained(
  text: string,
): Promise<{ text: string; trace: SentenceTrace; tokens: readonly string[] }> {
  const { doc, before } = await layersOf(text);
  const [trace] = explainSentences(deskOf(doc, before));
  if (!trace) throw new Error('no sentence');
  return { text, trace, tokens: doc.tokens.map(({ form }) => form) };
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
    [
      'Chad accused Sudan of lies in Niamey.',
      [
        "trigger by verb/accuse 'accused'",
        "actor by subject 'Chad' >nsubj Chad",
        "recipient by object 'Sudan' >obj Sudan",
        'time by published',
        "place by in 'Niamey' >obl lies >nmod Niamey",
        'status by verb',
      ],
    ],
  ])('%s', async (text, lines) => {
    expect(linesOf(await explained(text))).toEqual(lines);
  });
});

test('the confidence is the product of its factors', async () => {
  const { trace } = await explained('Chad plans to expel two Libyan diplomats on Monday.');
  const [event] = trace.events;
  expect(event?.factors.map(({ what }) => what)).toEqual(['prior', 'parse', 'governed']);
});

describe('what a rule lacked', () => {
  test.each([
    ['Iran expelled nobody.', 'verb/expel', ['event/negated', 'needs']],
    ['Two sailors were arrested near the port.', 'verb/arrest', ['needs']],
    ['Kenyan police closed several roads.', 'verb/close-border', ['object']],
    ['A letter broke off talks.', 'verb/close-border', undefined],
  ])('%s: %s lacks %j', async (text, rule, lacks) => {
    const { trace } = await explained(text);
    expect(trace.events).toEqual([]);
    const found = trace.rejected.find((one) => one.rule === rule);
    expect(found?.lacks.map(({ field }) => field)).toEqual(lacks);
  });

  test('nearest first', async () => {
    const { trace } = await explained('Kenyan police closed several roads.');
    const distances = trace.rejected.map(({ distance }) => distance);
    expect(distances.length).toBeGreaterThan(2);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
  });
});
