/** The routes. Views with a map or charts come when they are first wanted. */
import { lazy, Suspense, useEffect } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { listen } from './api/news.js';
import { signedOut } from './api/session.js';
import { Loading } from './piece/state.js';
import { routes } from './route.js';
import { Boundary } from './shell/boundary.js';
import { Frame } from './shell/frame.js';
import { SignIn } from './shell/sign-in.js';
import Home from './view/home/index.js';

const Dossier = lazy(() => import('./view/dossier/index.js'));
const Happening = lazy(() => import('./view/happening/index.js'));
const Report = lazy(() => import('./view/report/index.js'));
const Reports = lazy(() => import('./view/reports/index.js'));
const Decisions = lazy(() => import('./view/decisions/index.js'));
const WorldMap = lazy(() => import('./view/map/index.js'));
const People = lazy(() => import('./view/people/index.js'));
const Calendar = lazy(() => import('./view/calendar/index.js'));
const Search = lazy(() => import('./view/search/index.js'));
const Add = lazy(() => import('./view/add/index.js'));
const Missing = lazy(() => import('./view/missing/index.js'));

export function App() {
  const isOut = signedOut.use();
  useEffect(() => (isOut ? undefined : listen()), [isOut]);
  return <Frame>{isOut ? <SignIn /> : <Views />}</Frame>;
}

function Views() {
  const [path] = useLocation();
  return (
    <Boundary key={path}>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path={routes.home} component={Home} />
          <Route path={routes.dossiers} component={Home} />
          <Route path={routes.dossier}>{({ name }) => <Dossier name={name} />}</Route>
          <Route path={routes.happening}>{({ id }) => <Happening id={id} />}</Route>
          <Route path={routes.report}>{({ id }) => <Report key={id} id={id} />}</Route>
          <Route path={routes.reports} component={Reports} />
          <Route path={routes.map} component={WorldMap} />
          <Route path={routes.person}>{({ id }) => <People id={id} />}</Route>
          <Route path={routes.people}>
            <People />
          </Route>
          <Route path={routes.calendar} component={Calendar} />
          <Route path={routes.search} component={Search} />
          <Route path={routes.add} component={Add} />
          <Route path={routes.decisions} component={Decisions} />
          <Route component={Missing} />
        </Switch>
      </Suspense>
    </Boundary>
  );
}
