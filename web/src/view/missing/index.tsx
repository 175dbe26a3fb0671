import { PageTitle } from '../../shell/title.js';

export default function Missing() {
  return (
    <div className="folio">
      <PageTitle>Missing</PageTitle>
    </div>
  );
}
