/** The first page: the dossier when there is one, else which there are, or how to begin. */

import { lazy } from 'react';
import { useLocation } from 'wouter';
import { useDossiers } from '../../api/questions.js';
import { Answered } from '../../piece/state.js';
import { routes } from '../../route.js';
import { DossierList } from './dossier-list.js';

const Dossier = lazy(() => import('../dossier/index.js'));

export default function Home() {
  const [path] = useLocation();
  const query = useDossiers();
  return (
    <Answered query={query}>
      {({ rows: dossiers }) => {
        const [only, ...others] = dossiers;
        if (only !== undefined && others.length === 0 && path === routes.home)
          return <Dossier name={only.name} />;
        return <DossierList dossiers={dossiers} />;
      }}
    </Answered>
  );
}
