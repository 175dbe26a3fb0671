/** Reports go in: a text, files, an address or feed; what is read of them is shown as it comes. */

import { searchOf } from '../../api/client.js';
import { useAbout } from '../../api/questions.js';
import { useAddress } from '../../filter/asked.js';
import { Empty } from '../../piece/state.js';
import { Tabs } from '../../piece/tabs.js';
import { routes } from '../../route.js';
import { PageTitle } from '../../shell/title.js';
import { AddressForm } from './address.js';
import { Earlier } from './earlier.js';
import { Files } from './files.js';
import { Paste } from './paste.js';
import { Progress } from './progress.js';
import './add.css';

const ways = [
  ['paste', 'A text'],
  ['files', 'Files or a folder'],
  ['address', 'An address or feed'],
] as const;

export default function Add() {
  const { get, change } = useAddress();
  const { data: about } = useAbout();
  const way = ways.find(([key]) => key === get('by'))?.[0] ?? 'paste';
  const ids = (get('addition') ?? '').split(',').filter((id) => id !== '');
  if (about !== undefined && !about.scopes.includes('write')) return <ReadOnly />;
  const onAdded = (added: readonly string[]) => change({ addition: added.join(',') });
  const tabs = ways.map(([key, label]) => ({
    href: `${routes.add}${searchOf({ by: key === 'paste' ? undefined : key, addition: get('addition') })}`,
    label,
    isHere: key === way,
  }));
  return (
    <div className="folio add">
      <PageTitle>Add reports</PageTitle>
      <p className="lead">
        Each is read on this machine and filed in the record; the same report twice is one.
      </p>
      {ids.length > 0 && (
        <Progress key={ids.join()} ids={ids} onClose={() => change({ addition: undefined })} />
      )}
      <Tabs label="How to add" tabs={tabs} />
      <div className="add-way">
        {way === 'paste' && <Paste onAdded={onAdded} />}
        {way === 'files' && <Files onAdded={onAdded} />}
        {way === 'address' && <AddressForm onAdded={onAdded} />}
      </div>
      <Earlier shown={ids} />
    </div>
  );
}

const ReadOnly = () => (
  <div className="folio">
    <PageTitle>Add reports</PageTitle>
    <Empty title="This key may only read">
      <p>Whoever runs the desk can give a key that may write as well.</p>
    </Empty>
  </div>
);
