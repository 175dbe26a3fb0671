import type { DossierPage } from '../../api/types.js';
import { parts } from './parts.js';

export const Contents = ({ page }: { readonly page: DossierPage }) => (
  <nav className="contents" aria-label="In this dossier">
    <ol>
      {parts.map(({ id, title, count }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
          <span className="number">{count(page)}</span>
        </li>
      ))}
    </ol>
  </nav>
);
