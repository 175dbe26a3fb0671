import { PageTitle } from '../../shell/title.js';

export default function People(_: { readonly id?: string }) {
  return (
    <div className="folio">
      <PageTitle>People</PageTitle>
    </div>
  );
}
