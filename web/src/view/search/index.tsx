import { PageTitle } from '../../shell/title.js';

export default function Search() {
  return (
    <div className="folio">
      <PageTitle>Search</PageTitle>
    </div>
  );
}
