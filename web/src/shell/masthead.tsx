import { Link, useLocation } from 'wouter';
import { routes } from '../route.js';
import { LookButton } from './look.js';

const views: readonly (readonly [to: string, label: string, also?: RegExp])[] = [
  [routes.home, 'Dossiers', /^\/(?:dossiers|happenings)?(?:\/|$)/u],
  [routes.reports, 'Reports', /^\/reports/u],
  [routes.map, 'Map'],
  [routes.people, 'People', /^\/people/u],
  [routes.calendar, 'Calendar'],
  [routes.search, 'Search'],
  [routes.add, 'Add'],
];

export function Masthead() {
  const [path] = useLocation();
  return (
    <header className="masthead">
      <Link href={routes.home} className="wordmark">
        Demarche
      </Link>
      <nav aria-label="Views">
        <ul>
          {views.map(([to, label, also]) => {
            const isHere = also?.test(path) ?? path === to;
            return (
              <li key={to}>
                <Link href={to} {...(isHere ? { 'aria-current': path === to ? 'page' : 'true' } : {})}>
                  {label}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <LookButton />
    </header>
  );
}
