import { PageTitle } from '../../shell/title.js';

export default function WorldMap() {
  return (
    <div className="folio">
      <PageTitle>Map</PageTitle>
    </div>
  );
}
