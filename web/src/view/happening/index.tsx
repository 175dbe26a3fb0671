import { PageTitle } from '../../shell/title.js';

export default function Happening({ id }: { readonly id: string }) {
  return (
    <div className="folio">
      <PageTitle>{id}</PageTitle>
    </div>
  );
}
