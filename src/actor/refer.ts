/**
 * Who the words that stand for somebody stand for. Only what exactly one antecedent, or one pair, fits is
 * resolved: in the same sentence, else in the one before it (for pairs also the one before that).
 */
import { lowerAt, type Scan, type States } from '../place/index.js';
import type { Cast, Member } from './cast.js';
import type { Lexicon } from './lexicon.js';
import type { Mention } from './mention.js';
import { distinct, type Named } from './named.js';
import { pairIn } from './pair.js';
import { isSubject } from './subject.js';

export interface Setting {
  readonly scan: Scan;
  readonly states: States;
  readonly lexicon: Lexicon;
}

type Of<Is extends Mention['is']> = Extract<Mention, { is: Is }>;

export function takeReferences(
  cast: Cast,
  mentions: readonly Mention[],
  settled: ReadonlyMap<Mention, Member>,
  setting: Setting,
): void {
  if (!mentions.some(({ is }) => is === 'reference')) return;
  const reader = new References(cast, setting);
  for (const mention of mentions) reader.take(mention, settled.get(mention));
}

class References {
  readonly #cast: Cast;
  readonly #setting: Setting;
  readonly #pronounOf = new Map<Member, string>();
  #sentence = -1;
  #here: Named[] = [];
  /** The sentence before, and the one before that. */
  #before: readonly [readonly Named[], readonly Named[]] = [[], []];

  constructor(cast: Cast, setting: Setting) {
    this.#cast = cast;
    this.#setting = setting;
  }

  take(mention: Mention, known: Member | undefined): void {
    this.#moveTo(mention.sentence);
    const sentence = this.#setting.scan.doc.sentences[mention.sentence];
    if (sentence === undefined || sentence.kind === 'headline') return;
    const member = known ?? (mention.is === 'reference' ? this.#resolve(mention) : undefined);
    if (member === undefined) return;
    if (known === undefined) member.mentions.push(mention);
    const last = this.#here.at(-1);
    this.#here.push({ member, mention, subject: isSubject(this.#setting, sentence, mention, last) });
  }

  #moveTo(sentence: number): void {
    if (sentence === this.#sentence) return;
    const [last] = this.#before;
    if (sentence === this.#sentence + 1) this.#before = [this.#here, last];
    else if (sentence === this.#sentence + 2) this.#before = [[], this.#here];
    else this.#before = [[], []];
    this.#sentence = sentence;
    this.#here = [];
  }

  #resolve(mention: Of<'reference'>): Member | undefined {
    const { reference } = mention;
    if (reference.as === 'pair') {
      for (const named of [this.#here, ...this.#before]) {
        const pair = pairIn(this.#cast, this.#setting.states, named, reference.pair);
        if (pair !== undefined) return pair;
      }
      return undefined;
    }
    if (reference.as === 'they') return this.#several(mention);
    if (reference.as === 'him') return this.#other(mention);
    return this.#one(mention, reference.as);
  }

  /** `Kovac said he …`, `Kovac resigned. He …` */
  #one(mention: Of<'reference'>, pronoun: 'he' | 'she'): Member | undefined {
    const here = people(this.#here);
    const found = here.length > 0 ? soleSubject(here, false) : this.#onlyBefore(mention);
    if (found === undefined || (this.#pronounOf.get(found) ?? pronoun) !== pronoun) return undefined;
    this.#pronounOf.set(found, pronoun);
    return found;
  }

  #onlyBefore({ sentence }: Mention): Member | undefined {
    const { sentences } = this.#setting.scan.doc;
    const together = sentences[sentence]?.paragraph === sentences[sentence - 1]?.paragraph;
    return soleSubject(people(this.#before[0]), together);
  }

  /** `Kovac met Novak and gave him a letter`: the one who isn't the subject of both verbs. */
  #other({ from }: Mention): Member | undefined {
    const here = people(this.#here);
    const subjects = distinct(here.filter(({ subject }) => subject));
    const others = distinct(here).filter((member) => !subjects.includes(member));
    const [other] = others;
    if (subjects.length !== 1 || others.length !== 1 || other === undefined) return undefined;
    const last = this.#here.at(-1);
    const between = last === undefined ? from : last.mention.to;
    return last?.member === other && this.#isCoordinated(between, from) ? other : undefined;
  }

  /** "and", and no word that opens a clause of its own. */
  #isCoordinated(from: number, to: number): boolean {
    let joined = false;
    for (let at = from; at < to; at++) {
      const word = lowerAt(this.#setting.scan, at);
      joined ||= word === 'and';
      if (opensClause.has(this.#setting.scan.tokens[at]?.upos ?? 'X') || word === 'that') return false;
    }
    return joined;
  }

  /** `Kovac and Novak said they …`, `The envoys left. They …` */
  #several({ from, sentence }: Mention): Member | undefined {
    const named = this.#here.length > 0 ? this.#here : this.#before[0];
    const subjects = named.filter(({ subject }) => subject);
    const [first] = subjects;
    const last = subjects.at(-1);
    if (first === undefined || last === undefined) return undefined;
    const end = this.#here.length > 0 ? from : this.#setting.scan.doc.sentences[sentence - 1]?.to;
    if (this.#hasPlural(last.mention.to, end ?? from)) return undefined;
    const members = distinct(subjects);
    if (members.length === 1) return isPlural(first.member) ? first.member : undefined;
    const others = distinct(named).filter((member) => !members.includes(member) && isPlural(member));
    if (others.length > 0) return undefined;
    const sort = members.every(({ kind }) => kind === 'person') ? 'people' : 'states';
    return pairIn(this.#cast, this.#setting.states, subjects, { sort, title: '' });
  }

  /** A common noun in the plural that "they" may stand for as well. */
  #hasPlural(from: number, to: number): boolean {
    const { tokens, timed } = this.#setting.scan;
    for (let at = from; at < to; at++) {
      const token = tokens[at];
      if (token?.upos === 'NOUN' && token.form.endsWith('s') && token.lemma !== token.form && !timed[at])
        return true;
    }
    return false;
  }
}

const opensClause: ReadonlySet<string> = new Set(['SCONJ', 'PRON']);

const isPlural = ({ kind, members }: Member): boolean =>
  members !== undefined || kind === 'group' || kind === 'people';

const people = (named: readonly Named[]): Named[] => named.filter(({ member }) => member.kind === 'person');

/** The one person, when it is the subject; with `among`, the one subject of several. */
function soleSubject(persons: readonly Named[], among: boolean): Member | undefined {
  const subjects = distinct(persons.filter(({ subject }) => subject));
  return subjects.length === 1 && (among || distinct(persons).length === 1) ? subjects[0] : undefined;
}
