import { PageTitle } from '../../shell/title.js';

export default function Dossier({ name }: { readonly name: string }) {
  return (
    <div className="folio">
      <PageTitle>{name}</PageTitle>
    </div>
  );
}
