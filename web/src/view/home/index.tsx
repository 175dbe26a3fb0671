import { PageTitle } from '../../shell/title.js';

export default function Home() {
  return (
    <div className="folio">
      <PageTitle>Home</PageTitle>
    </div>
  );
}
