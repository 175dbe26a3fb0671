/**
 * The door of actor/: mentions become persons, states, governments, bodies and groups, with roles and country.
 * A mention of a named person is the name alone ("Vladimir Putin"); the title before it is a role with its own
 * span ("Russian President"). An office without a name ("the Japanese foreign minister") is itself a mention.
 * Log: `actor/ambiguous-name` where a surname may be several persons'; `actor/two-countries` where one's roles
 * name several states, so that no country is given. Note: `actor/no-such-office`.
 */
import type { LogEntry } from '../log.js';
import { groundOf, loadPlaces, scanOf } from '../place/index.js';
import type { Place } from '../place/place.js';
import type { Reader } from '../reader.js';
import type { Span } from '../span.js';
import type { NamedText } from '../table-file.js';
import type { Time } from '../time/timex3.js';
import type { Actor } from './actor.js';
import { actorOf } from './build.js';
import { loadCapitals } from './capital.js';
import { type Dictionary, type Fault, loadDictionary, withDictionary } from './dictionary/index.js';
import { around, findMentions, type Tables } from './find/index.js';
import { withImplied } from './implied.js';
import { withHolders } from './in-office.js';
import { loadLexicon } from './lexicon.js';
import type { Member } from './link/cast.js';
import { gather } from './link/gather.js';
import { isHolders, loadHolders, type OfficeHolders } from './office-holders.js';
import { type Owned, withOwners } from './owned.js';
import { loadReferences } from './reference.js';

export { actorAt } from './at.js';
export type { Fault } from './dictionary/index.js';
export { withoutIdle } from './implied.js';

export interface ActorData extends Tables {
  readonly dictionary: Dictionary;
  readonly holders: OfficeHolders;
  /** Lines of the user's tables that cannot be taken, and why. */
  readonly faults: readonly Fault[];
}

/** Checking tables and then reading with them loads them once. */
const loaded = new WeakMap<readonly NamedText[], ActorData>();

/** Reads data/actors, and the user's own tables. @throws Error naming file and entry. */
export function loadActors(own: readonly NamedText[] = []): ActorData {
  const known = loaded.get(own);
  if (known) return known;
  const data = readTables(own);
  loaded.set(own, data);
  return data;
}

function readTables(own: readonly NamedText[]): ActorData {
  const { states, gazetteer } = loadPlaces();
  const lexicon = loadLexicon(states);
  const known = { countries: states.codes, offices: lexicon.titleIds };
  const faults: Fault[] = [];
  const holders = loadHolders(own.filter(isHolders), known, faults);
  const dictionaries = own.filter((file) => !isHolders(file));
  return {
    states,
    lexicon,
    capitals: loadCapitals(states),
    references: loadReferences(),
    ground: (name) => groundOf(gazetteer, name),
    dictionary: loadDictionary(dictionaries, faults),
    holders,
    faults,
  };
}

interface Before {
  readonly places: readonly Place[];
  /** Words inside a temporal expression belong to no name. */
  readonly times?: readonly Time[];
}

export function actorReader(data: ActorData): Reader<Before, Actor> {
  return (doc, { places, times = [] }) => {
    const setting = around(scanOf(doc, times), data, places);
    const spanOf = (from: number, to: number): Span => ({
      start: doc.tokens[from]?.start ?? 0,
      end: doc.tokens[to - 1]?.end ?? 0,
    });
    const { members, log, notes } = gather(findMentions(setting), setting, spanOf);
    const built = members
      .map((member) => ({ member, ...actorOf(member, doc.text, spanOf, data.states) }))
      .sort((a, b) => (a.actor.mentions[0]?.start ?? 0) - (b.actor.mentions[0]?.start ?? 0));
    const ids = new Map(built.map(({ member }, nth) => [member, `a${nth + 1}`]));
    const layer = built.map(({ actor, member }, nth) => ({
      ...actor,
      id: `a${nth + 1}`,
      ...(member.members && { members: member.members.flatMap((each) => ids.get(each) ?? []) }),
    }));
    const firstOf = ({ mentions: [first] }: Member): Span | undefined =>
      first && spanOf(first.from, first.to);
    const ruling = members.flatMap(({ kind, owner }) =>
      kind === 'government' && owner ? (firstOf(owner) ?? []) : [],
    );
    const inOffice = withHolders(withDictionary(layer, setting.scan, data), setting.scan, ruling, data);
    const owned = members.flatMap((member): Owned[] => {
      const [own, owner] = [firstOf(member), member.owner && firstOf(member.owner)];
      return own && owner && member.country === undefined ? [[own, owner]] : [];
    });
    return {
      layer: withImplied(withOwners(inOffice.actors, owned), places, data.states.nameOf),
      log: [...log, ...built.flatMap((each): readonly LogEntry[] => each.log)],
      notes: [...notes, ...inOffice.notes],
    };
  };
}
