/** One sentence, from left to right: who is named in it. */
import type { Sentence } from '../language/doc.js';
import { isCapital, isHyphen, isPossessive, lowerAt, type Scan, touches } from '../place/index.js';
import { roleBehind } from './apposition.js';
import { bodyAt, bodyOfRun } from './body.js';
import { type Description, describeAt } from './describe.js';
import { ownerOfIts } from './its.js';
import type { Mention, RoleRead } from './mention.js';
import { type Run, runAt } from './name.js';
import { type Owner, ownerOfBody, type Tables } from './owner.js';
import { referenceAt } from './reference.js';
import { stateAt } from './state.js';

export interface Around {
  readonly scan: Scan;
  readonly tables: Tables;
  /** Words that lie in a place. */
  readonly placed: readonly boolean[];
  /** Words that the report also writes small: `Elections`, where it says `elections`. */
  readonly common: ReadonlySet<string>;
  /** Words in quotation marks. */
  readonly quoted: readonly boolean[];
}

/** `before`: the mentions of the sentence before, for an owner that only `its` names. */
export function mentionsOf(around: Around, sentence: Sentence, before: readonly Mention[]): Mention[] {
  const mentions: Mention[] = [];
  let at = sentence.from;
  while (at < sentence.to) {
    const next = step(around, sentence, at, mentions, before);
    at = Math.max(next, at + 1);
  }
  return mentions;
}

/** Adds what begins at the word; gives the word to go on with. */
function step(
  around: Around,
  sentence: Sentence,
  at: number,
  mentions: Mention[],
  before: readonly Mention[],
): number {
  const { scan, tables } = around;
  if (scan.timed[at]) return at + 1;
  const reference = around.quoted[at]
    ? undefined
    : referenceAt(scan, tables.references, tables.lexicon, sentence, at);
  if (reference !== undefined) {
    const { to } = reference;
    mentions.push({
      is: 'reference',
      from: at,
      to,
      sentence: sentence.index,
      reference: reference.reference,
    });
    return to;
  }
  const its = lowerAt(scan, at) === 'its' ? ownerOfIts(mentions, before) : undefined;
  const owner = its ?? ownerBefore(scan, mentions.at(-1), at);
  const description = describeAt(scan, tables, sentence, at, owner);
  if (description !== undefined) {
    const next = takeDescription(around, sentence, description, mentions);
    if (next > at) return next;
  }
  const named = bodyAt(scan, tables, sentence, at) ?? stateAt(around, sentence, at);
  if (named !== undefined) {
    mentions.push(named);
    return named.to;
  }
  return takeName(around, sentence, at, mentions);
}

/** `the Japanese government's spokesman`: who stands right before, with `'s`. */
function ownerBefore(scan: Scan, before: Mention | undefined, at: number): Owner | undefined {
  if (before === undefined || before.to !== at - 1 || !isPossessive(scan, at - 1)) return undefined;
  const text = scan.doc.text.slice(scan.tokens[before.from]?.start, scan.tokens[before.to - 1]?.end);
  if (before.is === 'body') return ownerOfBody(text, { ...before, name: before.name ?? text });
  if (before.is === 'group') {
    const { country, row } = before;
    return { text, sector: row.sector, ...(country !== undefined && { country }) };
  }
  if (before.is === 'state') return { text, country: before.country };
  return before.is === 'person' ? { text } : undefined;
}

function takeDescription(
  around: Around,
  sentence: Sentence,
  description: Description,
  mentions: Mention[],
): number {
  const { scan, tables } = around;
  const { role, from, to } = description;
  if (role !== undefined) {
    const behind = nameBehind(around, sentence, description);
    if (behind !== undefined) {
      const { run, comma } = behind;
      if (comma) mentions.push({ is: 'office', from, to, sentence: sentence.index, role, definite: true });
      mentions.push(personOf(sentence, run, [role]));
      return takeMoreNames(around, sentence, description, run.to, mentions);
    }
    if (description.plural) return takeGroupOfOffices(sentence, description, role, mentions);
    if (!isOffice(scan, description)) return from;
    const definite = description.definite || isCapital(scan, role.from);
    mentions.push({ is: 'office', from, to, sentence: sentence.index, role, definite });
    return to;
  }
  const { group, country, countries } = description;
  if (group === undefined || (description.pronoun && !description.owned)) return from;
  if (group.alone !== true && !description.owned) return from;
  if (scan.tokens[to - 1]?.upos === 'VERB') return from;
  // A longer name goes on: `National Assembly Hall`.
  if (
    isCapital(scan, to - 1) &&
    isCapital(scan, to) &&
    touches(scan, to - 1, to) &&
    !scan.titleCase[sentence.index]
  ) {
    return from;
  }
  if (from > sentence.from && runAt(scan, tables.lexicon, sentence, from)?.to === to && !description.owned) {
    return from;
  }
  const base = { from, to, sentence: sentence.index, definite: description.definite };
  if (description.body !== undefined)
    mentions.push({ ...base, is: 'body', key: description.body.name, ...description.body });
  else
    mentions.push({
      ...base,
      is: 'group',
      row: group,
      ...(country !== undefined && { country }),
      ...(countries !== undefined && { countries }),
    });
  return to;
}

/** Without name an office must be somebody's, or stand with an article. `Leader` alone is none. */
const isOffice = (scan: Scan, { from, to, owned, pronoun, role }: Description): boolean =>
  (owned || (role !== undefined && role.from > from && !pronoun)) && scan.tokens[to - 1]?.upos !== 'VERB';

function takeGroupOfOffices(
  sentence: Sentence,
  { from, to, owned, definite, country, countries, plural }: Description,
  role: RoleRead,
  mentions: Mention[],
): number {
  if (!plural || !owned) return from;
  const row = { id: role.row.id, kind: 'group' as const, sector: role.sector ?? role.row.sector };
  const base = { from, to, sentence: sentence.index, definite };
  mentions.push({
    ...base,
    is: 'group',
    row,
    ...(country !== undefined && { country }),
    ...(countries !== undefined && { countries }),
  });
  return to;
}

/** The name that a title stands before, at once or after a comma: `Japan's foreign minister, Fumio Kishida,`. */
function nameBehind(
  around: Around,
  sentence: Sentence,
  { to, definite, owned }: Description,
): { readonly run: Run; readonly comma: boolean } | undefined {
  const { scan, tables } = around;
  const direct = touches(scan, to - 1, to) ? personRun(scan, tables, sentence, to) : undefined;
  if (direct !== undefined && (direct.words.length > 1 || isSurname(around, to)))
    return { run: direct, comma: false };
  if (lowerAt(scan, to) !== ',' || !(definite && owned)) return undefined;
  const run = personRun(scan, tables, sentence, to + 1);
  if (run === undefined || run.words.length < 2) return undefined;
  const after = lowerAt(scan, run.to);
  return run.to >= sentence.to || [',', '.', ')', ';'].includes(after) ? { run, comma: true } : undefined;
}

/** `General Hospital`, `General Elections`: what follows the title is a common noun. */
const isSurname = ({ scan, common }: Around, at: number): boolean =>
  scan.tokens[at]?.upos !== 'NOUN' && !common.has(lowerAt(scan, at));

/** A run that can be a person: no state, no body. */
function personRun(scan: Scan, tables: Tables, sentence: Sentence, at: number): Run | undefined {
  const run = runAt(scan, tables.lexicon, sentence, at);
  if (run === undefined) return undefined;
  const { states, lexicon } = tables;
  const state = states.names.longestAt(scan.plain, at, sentence.to);
  const people = states.people.longestAt(scan.plain, at, sentence.to);
  const demonym = states.demonyms.longestAt(scan.plain, at, sentence.to);
  if (people !== undefined || demonym !== undefined || (state !== undefined && state.to >= run.to))
    return undefined;
  if (lexicon.bodies.longestAt(scan.plain, at, sentence.to) !== undefined) return undefined;
  if (bodyOfRun(scan, tables, sentence, run) !== undefined || isBodyWord(tables, run)) return undefined;
  return lexicon.titles.longestAt(scan.lower, at, sentence.to) === undefined ? run : undefined;
}

/** `Premier League`: the second word is that of a body. */
const isBodyWord = ({ lexicon }: Tables, { words }: Run): boolean =>
  words.length === 1 && (lexicon.bodyEnds.has(words[0] ?? '') || lexicon.bodyStarts.has(words[0] ?? ''));

/** `Foreign Ministers X and Y`: a plural title is that of each. */
function takeMoreNames(
  { scan, tables }: Around,
  sentence: Sentence,
  { plural, role }: Description,
  at: number,
  mentions: Mention[],
): number {
  if (!plural || role === undefined) return at;
  let next = at;
  while ([',', 'and'].includes(lowerAt(scan, next))) {
    const start = lowerAt(scan, next + 1) === 'and' ? next + 2 : next + 1;
    const run = personRun(scan, tables, sentence, start);
    if (run === undefined) break;
    mentions.push(personOf(sentence, run, [role]));
    next = run.to;
  }
  return next;
}

const personOf = (
  sentence: Sentence,
  run: Run,
  roles: readonly RoleRead[],
  sure = true,
): Extract<Mention, { is: 'person' }> => ({
  is: 'person',
  from: run.from,
  to: run.to,
  sentence: sentence.index,
  name: run.words,
  roles,
  sure,
  shape: 'name',
});

/** A capitalised run without a title before it. */
function takeName(around: Around, sentence: Sentence, at: number, mentions: Mention[]): number {
  const { scan, tables } = around;
  const { lexicon } = tables;
  const honorific = lexicon.honorifics.has(
    scan.plain.text.slice(scan.tokens[at]?.start, scan.tokens[at]?.end),
  );
  const run = runAt(scan, lexicon, sentence, honorific ? at + 1 : at);
  if (run === undefined) return at + 1;
  const body = bodyOfRun(scan, tables, sentence, run);
  if (body !== undefined && !honorific) {
    mentions.push(body);
    return body.to;
  }
  if (around.placed[run.from] || isHyphen(scan, run.to)) return run.to;
  const behind = roleBehind(around, sentence, run);
  const sure =
    honorific || behind !== undefined || (run.words.length > 1 && speaks(scan, tables, sentence, run));
  const roles = behind === undefined ? [] : [behind.role];
  mentions.push({ ...personOf(sentence, run, roles, sure), shape: shapeOf(around, sentence, run) });
  if (behind === undefined) return run.to;
  mentions.push({
    is: 'office',
    ...behind.span,
    sentence: sentence.index,
    role: behind.role,
    definite: true,
  });
  return behind.span.to;
}

/**
 * What the run looks like without any title: `name` when it can be a person's, `acting` when it is also followed
 * by a verb or `'s`, `other` when its words tell that it is something else.
 */
function shapeOf(
  { scan, tables, common }: Around,
  sentence: Sentence,
  run: Run,
): 'name' | 'acting' | 'other' {
  const { states, capitals } = tables;
  const last = run.words.at(-1) ?? '';
  const first = run.words[0] ?? '';
  if (run.words.length > 4 || common.has(last.toLowerCase()) || run.words.some(isAcronym)) return 'other';
  if (states.names.get(first) ?? states.demonyms.get(first) ?? capitals.get(first)) return 'other';
  if (common.has(first.toLowerCase())) return 'other';
  const upos = run.to < sentence.to ? scan.tokens[run.to]?.upos : undefined;
  const acts = upos === 'VERB' || upos === 'AUX' || isPossessive(scan, run.to);
  return acts ? 'acting' : 'name';
}

const isAcronym = (word: string): boolean => /^\p{Lu}{2,}/u.test(word);

/** A verb of saying right before or behind: `said X Y`, `X Y told`. */
function speaks(scan: Scan, { lexicon }: Tables, sentence: Sentence, run: Run): boolean {
  const says = (at: number): boolean =>
    at >= sentence.from && at < sentence.to && lexicon.speaking.has(scan.tokens[at]?.lemma ?? '');
  return says(run.to) || says(run.from - 1);
}
