/** Ways to look at the same thing, each with an address of its own. */
import { Link } from 'wouter';
import './tabs.css';

export interface Tab {
  readonly href: string;
  readonly label: string;
  readonly isHere: boolean;
}

export const Tabs = ({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) => (
  <nav className="tabs" aria-label={label}>
    <ul>
      {tabs.map(({ href, label: text, isHere }) => (
        <li key={href}>
          <Link href={href} {...(isHere ? { 'aria-current': 'true' as const } : {})}>
            {text}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
