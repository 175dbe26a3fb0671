/** A happening from the events that tell it: a function of them alone. */
import type { Insertable } from 'kysely';
import { countriesOf } from '../../filing/party.js';
import type { Count, HappeningTable, Party } from '../../store/tables.js';
import type { Given } from '../decided.js';
import type { Merging } from '../merging.js';
import { type Contradiction, contradictionsOf, takenBack } from './claims.js';
import { namesMeet } from './parties.js';
import { dayText, type Telling } from './telling.js';
import type { TitleOf } from './title.js';

export interface Concluded {
  readonly happening: Insertable<HappeningTable>;
  readonly contradictions: readonly Contradiction[];
  /** By event: the article that takes its claims back. */
  readonly back: ReadonlyMap<string, string>;
  readonly tellings: readonly Telling[];
}

/** @param given People's names for it, by event. */
export function conclude(
  members: readonly Telling[],
  merging: Merging,
  titleOf: TitleOf,
  given: ReadonlyMap<string, Given>,
): Concluded {
  // However they were loaded: equals are settled by what comes first.
  const tellings = [...members].sort(byPrinting);
  const back = takenBack(tellings, merging);
  const valid = tellings.filter(({ id }) => !back.has(id));
  // Where every claim was taken back they are all there is.
  const standing = valid.length > 0 ? valid : tellings;
  const first = tellings[0] as Telling;
  const best = [...standing].sort(byWorth)[0] as Telling;
  const contradictions = contradictionsOf(tellings, back, merging);
  return {
    happening: happeningOf({ tellings, standing, first, best, contradictions, titleOf, given }),
    contradictions,
    back,
    tellings,
  };
}

interface Draft {
  readonly tellings: readonly Telling[];
  readonly standing: readonly Telling[];
  readonly first: Telling;
  readonly best: Telling;
  readonly contradictions: readonly Contradiction[];
  readonly titleOf: TitleOf;
  readonly given: ReadonlyMap<string, Given>;
}

function happeningOf(draft: Draft): Insertable<HappeningTable> {
  const { tellings, standing, first, best, contradictions, titleOf } = draft;
  const { row } = best;
  const [actors, recipients] = [best.actors, othersThan(best)].map((side) =>
    side.map((party) => fullest(party, standing)),
  );
  const when = timeOf(standing, best);
  const place = placeOf(standing, best);
  const titled = {
    type: row.type,
    mode: row.mode,
    realis: best.realis,
    denied: row.status === 'denied',
    actors: actors as Party[],
    recipients: recipients as Party[],
    place: place.place,
  };
  return {
    id: `h${first.id}`,
    type: row.type,
    code: row.code,
    mode: row.mode,
    contexts: [...new Set(standing.flatMap((telling) => telling.row.contexts))].sort(),
    cameo: row.cameo,
    plover: row.plover,
    goldstein: row.goldstein,
    status: row.status,
    background: standing.every((telling) => telling.row.background),
    ...when,
    actors: JSON.stringify(actors),
    recipients: JSON.stringify(recipients),
    ...place,
    counts: JSON.stringify(countsOf(standing)),
    ...askedBy(tellings, actors as Party[], recipients as Party[]),
    title: lastGiven(draft) ?? titleOf(titled),
    sentence: row.sentence,
    best: best.id,
    ...carriedBy(tellings, first),
    ...claimed(standing),
    contradictions: contradictions.filter(({ settled }) => settled === null).length,
    confidence: confidenceOf(standing),
  };
}

/** A name that a person gave, the last of several. */
const lastGiven = ({ tellings, given }: Draft): string | undefined =>
  tellings.flatMap(({ id }) => given.get(id) ?? []).sort((a, b) => b.decision - a.decision)[0]?.title;

/** The first printed, then by id. */
export const byPrinting = (a: Telling, b: Telling): number =>
  compare(a.row.day ?? '9999', b.row.day ?? '9999') ||
  compare(a.row.article, b.row.article) ||
  compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The telling that says most: as news, with both sides named, by name, to the day, with a place, surest. */
const byWorth = (a: Telling, b: Telling): number => worth(b) - worth(a) || byPrinting(a, b);

const worth = ({ row, actors, recipients, days }: Telling): number => {
  const others = othersThan({ actors, recipients });
  const named = [...actors, ...others].filter(({ kind, name }) => kind === 'person' && name.includes(' '));
  return (
    (row.background ? 0 : 4) +
    (row.status === 'reported' ? 0 : 1) +
    Math.min(2, actors.length) +
    Math.min(2, others.length) +
    named.length / 2 +
    (days !== undefined && !days.open && days.to - days.from <= 1 ? 1 : 0) +
    (row.place === null ? 0 : 0.5) +
    row.confidence
  );
};

/** Of acts done together a report's actors may stand on both sides. */
const othersThan = ({ actors, recipients }: Pick<Telling, 'actors' | 'recipients'>): readonly Party[] =>
  recipients.filter(({ form }) => actors.every((actor) => actor.form !== form));

/** The same party by its longest name among the tellings. */
function fullest(party: Party, tellings: readonly Telling[]): Party {
  const same = tellings
    .flatMap(({ actors, recipients }) => [...actors, ...recipients])
    .filter(
      (other) => other.kind === party.kind && other.country === party.country && other.kind === 'person',
    )
    .filter((other) => namesMeet(other.name, party.name));
  return [party, ...same].reduce((best, each) =>
    each.name.length > best.name.length || (each.name.length === best.name.length && each.form < best.form)
      ? each
      : best,
  );
}

/** What most lineages say; of equals the telling that says most, then the first. */
function mostClaimed<Value>(
  tellings: readonly Telling[],
  best: Telling,
  claimOf: (telling: Telling) => Value | undefined,
): Telling | undefined {
  const lineages = new Map<Value, Set<string>>();
  for (const telling of tellings) {
    const value = claimOf(telling);
    if (value === undefined) continue;
    lineages.set(value, (lineages.get(value) ?? new Set()).add(lineageOf(telling)));
  }
  const support = (telling: Telling): number => lineages.get(claimOf(telling) as Value)?.size ?? 0;
  return tellings
    .filter((telling) => claimOf(telling) !== undefined)
    .sort(
      (a, b) => support(b) - support(a) || Number(b === best) - Number(a === best) || byPrinting(a, b),
    )[0];
}

const lineageOf = ({ row }: Telling): string => row.lineage ?? row.article;

/** Does the report itself give a time? */
const isDated = ({ days }: Telling): boolean => days !== undefined && !days.open;

const PRECISION = ['day', 'week', 'month', 'quarter', 'interval', 'year', 'decade', 'century'];

/** The most precise claim, and of those the most claimed. */
function timeOf(
  tellings: readonly Telling[],
  best: Telling,
): Pick<HappeningTable, 'from' | 'to' | 'precision'> {
  const rank = ({ row }: Telling): number =>
    PRECISION.indexOf(row.precision ?? 'century') + (row.basis === 'time' ? 0 : 0.5);
  const dated = tellings.filter(isDated);
  const finest = Math.min(...dated.map(rank));
  const telling = mostClaimed(
    dated.filter((each) => rank(each) === finest),
    best,
    ({ row }) => `${row.from} ${row.to}`,
  );
  const { from = null, to = null, precision = null } = telling?.row ?? {};
  return { from, to, precision };
}

type PlaceFields = Pick<HappeningTable, 'place' | 'geonames' | 'lat' | 'lon' | 'country'>;

function placeOf(tellings: readonly Telling[], best: Telling): PlaceFields {
  const exact = mostClaimed(tellings, best, ({ row }) =>
    row.lat === null ? undefined : (row.geonames ?? undefined),
  );
  const any = exact ?? mostClaimed(tellings, best, ({ row }) => row.place ?? undefined);
  const { place = null, geonames = null, lat = null, lon = null, country = null } = any?.row ?? {};
  return { place, geonames, lat, lon, country };
}

function countsOf(tellings: readonly Telling[]): Count[] {
  const kinds = [...new Set(tellings.flatMap(({ counts }) => counts.map(({ of }) => of)))].sort();
  return kinds.flatMap((of) => {
    const claimOf = ({ counts }: Telling): number | undefined =>
      counts.find((count) => count.of === of)?.value;
    const telling = mostClaimed(tellings, tellings[0] as Telling, claimOf);
    const value = telling && claimOf(telling);
    return value === undefined ? [] : [{ of, value }];
  });
}

function askedBy(tellings: readonly Telling[], actors: readonly Party[], recipients: readonly Party[]) {
  const all = tellings.flatMap((telling) => [...telling.actors, ...telling.recipients]);
  const [from, to] = [countriesOf(actors), countriesOf(recipients)];
  const targets = to.length > 0 ? to : from;
  const dyads = from.flatMap((a) => targets.filter((b) => a !== b).map((b) => `${a}>${b}`));
  return {
    countries: countriesOf(all).sort(),
    dyads: [...new Set(dyads)].sort(),
    who: [...new Set(all.map(({ form }) => form))].sort(),
  };
}

function carriedBy(tellings: readonly Telling[], first: Telling) {
  const current = tellings.filter(({ row }) => row.superseded === null);
  return {
    reports: new Set(current.map(({ row }) => row.article)).size,
    sources: new Set(current.map(lineageOf)).size,
    first_day: first.row.day,
    first_article: first.row.article,
  };
}

function claimed(tellings: readonly Telling[]) {
  const days = tellings.filter(isDated).flatMap((telling) => telling.days ?? []);
  return {
    claimed_from: days.length === 0 ? null : dayText(Math.min(...days.map(({ from }) => from))),
    claimed_to: days.length === 0 ? null : dayText(Math.max(...days.map(({ to }) => to))),
    claimed_places: [...new Set(tellings.flatMap(({ row }) => row.place ?? []))].sort(),
  };
}

/** That at least one of the lineages was read right, each counted once by its surest telling. */
function confidenceOf(tellings: readonly Telling[]): number {
  const surest = new Map<string, number>();
  for (const telling of tellings) {
    const lineage = lineageOf(telling);
    surest.set(lineage, Math.max(surest.get(lineage) ?? 0, telling.row.confidence));
  }
  const wrong = [...surest.values()]
    .sort((a, b) => a - b)
    .reduce((odds, confidence) => odds * (1 - confidence), 1);
  return 1 - wrong;
}
