/** The words of a sentence that may name acts, each held against the lexicon, and which act is part of which. */
import type { Sentence } from '../language/doc.js';
import { hasRelation } from '../language/tree.js';
import type { Candidate, Ground, Misfit } from './candidate.js';
import type { Desk } from './desk.js';
import type { Frame } from './frame.js';
import type { Rule } from './lexicon.js';
import { match } from './match.js';

/** Is told of each rule for a word that the word doesn't fit, and by which field of its row. */
export type OnMisfit = (frame: Frame, rule: Rule, misfit: Misfit) => void;

/** The first rule of the lexicon that each word fits. */
export function candidatesIn(
  { data, doc, syntax, parties }: Desk,
  sentence: Sentence,
  onMisfit?: OnMisfit,
): Candidate[] {
  const ground = { syntax, parties, lexicon: data.lexicon };
  const found: Candidate[] = [];
  for (let at = sentence.from; at < sentence.to; at++) {
    const token = doc.tokens[at];
    if (!token || !NAMES.has(token.upos)) continue;
    const { verbs, nouns } = data.lexicon;
    // "the shelling": a verb's form may stand as a noun.
    const words = [token.lemma.toLowerCase(), token.form.toLowerCase()];
    if (!words.some((word) => verbs.has(word) || nouns.has(word))) continue;
    const frame = syntax.frame(at);
    const rules = frame && (frame.kind === 'verb' ? verbs : nouns).get(frame.lemma);
    if (!frame || !rules) continue;
    const best = firstFit(rules, frame, ground, onMisfit);
    if (!best) continue;
    found.push(best);
    if (best.rule.second) found.push({ ...best, rule: best.rule.second });
  }
  return withoutLightVerbs(found);
}

/** The word classes that can name an act. */
export const NAMES: ReadonlySet<string> = new Set(['VERB', 'NOUN', 'PROPN', 'ADJ']);

/** The first rule that reads all it needs, else the first that is about these words at all. */
function firstFit(
  rules: readonly Rule[],
  frame: Frame,
  ground: Ground,
  onMisfit?: OnMisfit,
): Candidate | undefined {
  let partial: Candidate | undefined;
  for (const rule of rules) {
    const candidate = match(rule, frame, ground);
    if (typeof candidate === 'string') onMisfit?.(frame, rule, candidate);
    else if (candidate.problem === undefined) return candidate;
    else partial ??= candidate;
  }
  return partial;
}

/** "staged a protest" is one act, whether its verb or its noun names it: the noun's reading wins if it reads all it needs. */
function withoutLightVerbs(found: readonly Candidate[]): Candidate[] {
  const whole = found.filter(({ problem }) => problem === undefined);
  const light = new Set(whole.map((candidate) => candidate.light));
  const heads = new Set(whole.flatMap(({ rule, frame }) => (rule.kind === 'verb' ? [frame.head] : [])));
  return found.filter(({ rule, frame, light: verb, problem }) => {
    if (rule.kind === 'verb') return !light.has(frame.head);
    return problem === undefined || verb === undefined || !heads.has(verb);
  });
}

/** For each act that is one with another told beside it ("opened fire, *killing* seven"), that other one. */
export function resultsOf({ data, doc }: Desk, candidates: readonly Candidate[]): Map<Candidate, Candidate> {
  const byWord = new Map<number, Candidate>();
  for (const candidate of candidates) {
    byWord.set(candidate.frame.head, candidate);
    if (candidate.light !== undefined) byWord.set(candidate.light, candidate);
  }
  const results = new Map<Candidate, Candidate>();
  for (const inner of candidates) {
    if (inner.rule.mode !== undefined && inner.rule.type === 'ASSAULT') continue;
    for (const [link, word] of besides(doc, inner)) {
      const outer = byWord.get(word);
      // "an attack by Chad *killed* ten": nobody does that but the attack.
      const lost = outer?.problem === 'no-actor' && inner.problem === undefined;
      const row =
        outer &&
        outer !== inner &&
        !lost &&
        !results.has(outer) &&
        !(link === 'conj' && isOthers(inner, outer))
          ? data.ontology.plover.results.find(
              (one) =>
                one.outer === outer.rule.type && one.inner === inner.rule.type && one.link.includes(link),
            )
          : undefined;
      if (outer && row) results.set(inner, outer);
    }
  }
  return results;
}

/** "Iran attacked targets, *and Pakistan bombed villages*": what others did is another act. */
const isOthers = (inner: Candidate, outer: Candidate): boolean =>
  inner.actors.length > 0 &&
  outer.actors.length > 0 &&
  !inner.actors.some((id) => outer.actors.includes(id)) &&
  !inner.actors.some((id) => outer.recipients.includes(id));

/** The words that an act stands beside, and how. */
function besides({ tokens }: Desk['doc'], { frame, governors }: Candidate): [link: string, word: number][] {
  const token = tokens[frame.head];
  const governor = governors[0];
  return [
    ...(governor ? [[governor.link, governor.token] as [string, number]] : []),
    ...(token && hasRelation(token, 'conj') ? [['conj', token.head] as [string, number]] : []),
    ...frame.subject.map(({ head }): [string, number] => ['subject', head]),
  ];
}

/** How far up an act looks for the act that it's part of: "called on Iran to agree to meet". */
const UPWARD = 2;

/** What hangs on by these is another act, not what the outer one is about. */
const FOLLOWS: ReadonlySet<string> = new Set([
  'after',
  'before',
  'during',
  'following',
  'ahead of',
  'prior to',
  'amid',
  'by',
  'despite',
  'because of',
  'since',
  'clause',
  'sentence',
  'participle',
  'relative',
  'subject',
]);

/** "marched, *demanding* reforms": what a protest is about is no act beside it. */
const TOPICS: ReadonlySet<string> = new Set(['REQUEST', 'ACCUSE', 'REJECT', 'SUPPORT', 'PROTEST']);

/** For each act that is part of another ("threatened to attack"), that other one. */
export function partsOf(candidates: readonly Candidate[]): Map<Candidate, Candidate> {
  const absorbing = new Map(
    candidates
      .filter(({ rule, problem }) => rule.absorbs && (problem === undefined || problem === 'no-recipient'))
      .map((candidate) => [candidate.frame.head, candidate]),
  );
  const parts = new Map<Candidate, Candidate>();
  const protests = new Map(
    candidates.flatMap((candidate) =>
      candidate.rule.type === 'PROTEST' && candidate.problem === undefined
        ? [candidate.frame.head, candidate.light ?? candidate.frame.head].map(
            (head) => [head, candidate] as const,
          )
        : [],
    ),
  );
  for (const candidate of candidates) {
    const protest = TOPICS.has(candidate.rule.type)
      ? protests.get(candidate.governors[0]?.token ?? -1)
      : undefined;
    if (protest && protest !== candidate) {
      parts.set(candidate, protest);
      continue;
    }
    for (const governor of candidate.governors.slice(0, UPWARD)) {
      if (FOLLOWS.has(governor.link)) break;
      const outer = absorbing.get(governor.token);
      if (!outer || outer === candidate) continue;
      // "agreed that Putin would visit Japan" tells of two acts: those who agree need not be those who act.
      if (governor.link === 'that' && outer.rule.type === 'AGREE') break;
      // "ignored Chad's appeal": it was made.
      if (outer.rule.type === 'REJECT' && candidate.rule.type === 'REQUEST') break;
      if (outer.rule.own && !candidate.actors.some((id) => outer.actors.includes(id))) break;
      parts.set(candidate, outer);
      break;
    }
  }
  return parts;
}
