import { PageTitle } from '../../shell/title.js';

export default function Decisions() {
  return (
    <div className="folio">
      <PageTitle>Decisions</PageTitle>
    </div>
  );
}
