/** Who is who: the mentions of all sentences become actors. */
import type { LogEntry, Note } from '../../log.js';
import type { Span } from '../../span.js';
import type { Around, Found, Mention, Of } from '../find/index.js';
import { takeBridges } from './bridge.js';
import { Cast, type Member } from './cast.js';
import { countryMeant } from './country.js';
import { Discourse, weightOf } from './discourse.js';
import { takeGroup, takePeople } from './groups.js';
import { takeCounterparts, takeOffice } from './offices.js';
import { pairIn, statesTogether } from './pair.js';
import { takePersons } from './persons.js';
import { referentOf, type Setting, saysSomething } from './pronoun.js';
import { Spoken } from './spoken.js';

export interface Gathered {
  readonly members: readonly Member[];
  readonly log: readonly LogEntry[];
  readonly notes: readonly Note[];
}

export type SpanOf = (from: number, to: number) => Span;

/**
 * Names first: a headline has "Japan's FM" before the report says who that is. Then, from left to right, all that
 * can only be understood from what was said before. `spanOf` turns a range of words into a span of the text.
 */
export function gather(found: Found, around: Around, spanOf: SpanOf): Gathered {
  const linker = new Linker(found, around, spanOf);
  linker.takeNames();
  linker.takeRest();
  linker.takeBridges();
  const members = linker.cast.members.filter((member) => member.mentions.length > 0);
  return { members, log: linker.log, notes: linker.notes };
}

class Linker {
  readonly cast = new Cast();
  readonly log: LogEntry[] = [];
  readonly notes: Note[] = [];
  readonly #settled = new Map<Mention, Member>();
  readonly #byHead = new Map<number, Member>();
  readonly #ties = new Map<number, number[]>();
  readonly #spoken: Spoken;
  readonly #found: Found;
  readonly #around: Around;
  readonly #spanOf: SpanOf;

  constructor(found: Found, around: Around, spanOf: SpanOf) {
    this.#found = found;
    this.#around = around;
    this.#spoken = new Spoken(around);
    this.#spanOf = spanOf;
    for (const [one, other] of found.ties) {
      this.#tie(one, other);
      this.#tie(other, one);
    }
  }

  #tie(one: number, other: number): void {
    const known = this.#ties.get(one);
    if (known) known.push(other);
    else this.#ties.set(one, [other]);
  }

  #settle(mention: Mention, member: Member): void {
    member.mentions.push(mention);
    this.#settled.set(mention, member);
    if (!this.#byHead.has(mention.head)) this.#byHead.set(mention.head, member);
  }

  /** States and bodies are who they are called; persons are told by their names. */
  takeNames(): void {
    const { mentions } = this.#found;
    for (const mention of mentions) {
      if (mention.is === 'state') {
        const { country } = mention;
        this.#settle(
          mention,
          this.cast.keyed(`state ${country}`, () => ({ kind: 'state', country, sectors: [] })),
        );
      } else if (mention.is === 'body') this.#settle(mention, this.#body(mention));
    }
    const persons = mentions.filter((mention) => mention.is === 'person');
    takePersons(
      this.cast,
      persons,
      (mention, member) => this.#settle(mention, member),
      this.log,
      this.#spanOf,
    );
    takeCounterparts(this.cast, mentions, this.#settled);
    for (const mention of mentions) if (!this.#settled.has(mention)) this.#takeTied(mention);
  }

  #body({ key, kind, sectors, country, name, short }: Of<'body'>): Member {
    const member = this.cast.keyed(`body ${key}`, () => ({
      kind,
      sectors,
      ...(country !== undefined && { country }),
      ...(name !== undefined && { name }),
    }));
    if (short !== undefined) this.cast.alias(`body ${short.toLowerCase()}`, member);
    return member;
  }

  /** `Ana Soto, the minister`: the office is hers. */
  #takeTied(mention: Mention): boolean {
    if (mention.is !== 'office' && mention.is !== 'group') return false;
    for (const other of this.#ties.get(mention.head) ?? []) {
      const member = this.#byHead.get(other);
      if (member === undefined || !isOneWith(mention, member)) continue;
      this.#settle(mention, member);
      if (mention.is === 'office' && member.kind === 'person') this.cast.hold(member, mention.role);
      return true;
    }
    return false;
  }

  takeRest(): void {
    const { scan } = this.#around;
    const discourse = new Discourse();
    const heads = new Set(this.#found.mentions.map(({ head }) => head));
    const settled = (head: number): Member | undefined => this.#byHead.get(head);
    const setting = { around: this.#around, cast: this.cast, discourse, heads, settled };
    for (const mention of this.#found.mentions) {
      discourse.moveTo(mention.sentence);
      this.#spoken.moveTo(mention.from);
      if (!this.#settled.has(mention) && !this.#takeTied(mention)) {
        const resolved = this.#resolved(mention, setting);
        if (resolved !== undefined) this.#settle(mention, resolved);
      }
      const member = this.#settled.get(mention);
      if (member !== undefined) this.#spoken.add(mention, member);
      if (member === undefined || this.#isHeadline(mention)) continue;
      const token = scan.tokens[mention.head];
      const says = token !== undefined && saysSomething(this.#around, token);
      discourse.add({ member, mention, says, weight: weightOf(scan.tokens, mention.head) });
    }
  }

  #resolved(mention: Mention, setting: Setting): Member | undefined {
    if (mention.is === 'pronoun') return this.#pronoun(mention, setting);
    if (mention.is === 'pair') return this.#pair(mention, setting.discourse);
    if (mention.is !== 'country') return this.#described(mention, setting.discourse);
    return this.#isHeadline(mention)
      ? undefined
      : countryMeant({ ...setting, spoken: this.#spoken }, mention);
  }

  #isHeadline({ sentence }: Mention): boolean {
    return this.#around.scan.doc.sentences[sentence]?.kind === 'headline';
  }

  takeBridges(): void {
    takeBridges({
      around: this.#around,
      mentions: this.#found.mentions,
      memberOf: (mention) => this.#settled.get(mention),
      settled: (head) => this.#byHead.get(head),
    });
  }

  #pronoun(mention: Of<'pronoun'>, setting: Setting): Member | undefined {
    if (this.#isHeadline(mention)) return undefined;
    const { as } = mention.pronoun;
    if (as === 'who') {
      const [antecedent] = this.#ties.get(mention.head) ?? [];
      return antecedent === undefined ? undefined : this.#byHead.get(antecedent);
    }
    const member = referentOf(setting, mention);
    if (member !== undefined && (as === 'he' || as === 'she')) member.gender ??= as;
    return member;
  }

  #pair(mention: Of<'pair'>, discourse: Discourse): Member | undefined {
    const { states } = this.#around.tables;
    const sentences = [0, 1, 2].map((back) => discourse.sentence(back));
    for (const named of [...sentences, sentences.toReversed().flat()]) {
      const pair = pairIn(this.cast, states, named, mention.pair);
      if (pair !== undefined) return pair;
    }
    const { row } = mention;
    if (row === undefined) {
      const two = mention.pair.far === true ? this.#spoken.two : undefined;
      return two && statesTogether(this.cast, states, two);
    }
    const { from, to, head, sentence } = mention;
    const words = { from, to, head, sentence, noun: mention.noun };
    const group: Of<'group'> = { ...words, is: 'group', row, given: 'definite', plural: true };
    return takeGroup(this.cast, discourse, group, undefined);
  }

  #described(mention: Mention, discourse: Discourse): Member | undefined {
    const settled = (head: number | undefined): Member | undefined =>
      head === undefined ? undefined : this.#byHead.get(head);
    if (mention.is === 'office') {
      const owner = settled(mention.role.owner?.head);
      const { tables } = this.#around;
      const linking = { cast: this.cast, discourse, notes: this.notes, spanOf: this.#spanOf, tables };
      return takeOffice(linking, mention, owner);
    }
    if (mention.is === 'group') return takeGroup(this.cast, discourse, mention, settled(mention.owner?.head));
    if (mention.is === 'people') return takePeople(this.cast, mention);
    return undefined;
  }
}

/** A minister is a person, `a rebel group` may be a body. */
function isOneWith(mention: Of<'office'> | Of<'group'>, { kind, members }: Member): boolean {
  if (members !== undefined) return false;
  // `Peru, an ally of Chile`: what it is called makes it no person.
  if (mention.is === 'office') return kind === 'person' || mention.role.row.class !== 'head';
  return (
    !mention.plural &&
    (kind === 'organization' || kind === 'group' || kind === 'government' || kind === 'military')
  );
}
