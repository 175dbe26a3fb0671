import { Link } from 'wouter';
import { routes } from '../../route.js';
import { PageTitle } from '../../shell/title.js';

export default function Missing() {
  return (
    <div className="folio narrow">
      <PageTitle>There is nothing at this address</PageTitle>
      <p>
        <Link href={routes.home}>To the dossiers</Link>, or{' '}
        <Link href={routes.search}>search the record</Link>.
      </p>
    </div>
  );
}
