import { PageTitle } from '../../shell/title.js';

export default function Report({ id }: { readonly id: string }) {
  return (
    <div className="folio">
      <PageTitle>{id}</PageTitle>
    </div>
  );
}
