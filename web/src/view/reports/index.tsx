import { PageTitle } from '../../shell/title.js';

export default function Reports() {
  return (
    <div className="folio">
      <PageTitle>Reports</PageTitle>
    </div>
  );
}
