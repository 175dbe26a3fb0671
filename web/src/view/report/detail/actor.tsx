import { useState } from 'react';
import { Link } from 'wouter';
import { counted } from '../../../../../src/record/dossier/words.js';
import type { Reading } from '../../../api/types.js';
import { useMayWrite } from '../../../decide/decide.js';
import { Merge } from '../../../decide/merge.js';
import { Reject } from '../../../decide/reject.js';
import { Rename } from '../../../decide/rename.js';
import { toSearch } from '../../../route.js';
import { countryName } from '../../../words/country.js';
import type { Context } from './context.js';
import { Facts } from './facts.js';

type Actor = Reading['actors'][number];

export function ActorDetail({
  actor,
  context: { names },
}: {
  readonly actor: Actor;
  readonly context: Context;
}) {
  const {
    kind,
    name,
    country,
    countries = [],
    sectors,
    code,
    roles,
    basis,
    mentions,
    aliases,
    members = [],
  } = actor;
  const states = [...(country === undefined ? [] : [country]), ...countries].map(countryName);
  return (
    <>
      <Facts
        facts={[
          { label: 'Kind', value: kind },
          { label: 'Country', value: states.join(', ') },
          { label: 'Country from', value: basis && basisWords[basis] },
          {
            label: 'Called',
            value: [...new Set(roles.map(({ title, of }) => (of ? `${title} (${of})` : title)))].join('; '),
          },
          { label: 'Sectors', value: sectors.join(', ') },
          { label: 'Dictionary code', value: code },
          { label: 'Also', value: aliases.join(', ') },
          { label: 'Members', value: names.actors(members).join(', ') },
          { label: 'Named', value: counted(mentions.length, 'time') },
        ]}
      />
      <p>
        <Link href={toSearch({ actor: name })}>What the record has on {name}</Link>
      </p>
      {kind === 'unknown' ? null : <ActorActs name={name} />}
    </>
  );
}

const basisWords = {
  'office-holders': 'the table of office holders, by name and date',
  place: 'the places that the report names',
};

function ActorActs({ name }: { readonly name: string }) {
  const mayWrite = useMayWrite();
  const [act, setAct] = useState<'rename' | 'merge' | 'reject'>();
  if (!mayWrite) return null;
  const close = () => setAct(undefined);
  return (
    <>
      <p className="acts">
        <button type="button" onClick={() => setAct('rename')}>
          Rename
        </button>
        <button type="button" onClick={() => setAct('merge')}>
          Merge with …
        </button>
        <button type="button" onClick={() => setAct('reject')}>
          Throw out
        </button>
      </p>
      {act === 'rename' ? <Rename subject={name} now={name} what="actor" onClose={close} /> : null}
      {act === 'merge' ? (
        <Merge
          what="actor"
          subject={name}
          own={[]}
          title={name}
          begin={name.split(' ').at(-1) ?? name}
          onClose={close}
        />
      ) : null}
      {act === 'reject' ? <Reject subjects={[name]} what={`“${name}” as an actor`} onClose={close} /> : null}
    </>
  );
}
