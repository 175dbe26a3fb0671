import { PageTitle } from '../../shell/title.js';

export default function Calendar() {
  return (
    <div className="folio">
      <PageTitle>Calendar</PageTitle>
    </div>
  );
}
