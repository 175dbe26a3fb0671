import { counted, dayWords } from '../../../../src/record/dossier/words.js';
import type { ActorOfRecord } from '../../api/types.js';
import { roleWords } from './words.js';

type Role = ActorOfRecord['roles'][number];

/** What reports call somebody, from the first to the last day that they do. */
export function Roles({ roles }: { readonly roles: readonly Role[] }) {
  const dated = roles
    .flatMap(({ firstDay, lastDay }) => [firstDay, lastDay])
    .filter((day) => day !== undefined);
  const span = spanOf(dated);
  if (roles.length === 0) return null;
  return (
    <section className="section" aria-labelledby="roles">
      <h2 id="roles">Roles over time</h2>
      <p className="kicker">As reports call it, from the first to the last day of publication.</p>
      <table className="roles">
        <thead>
          <tr>
            <th scope="col">Called</th>
            <th scope="col">When</th>
            <th scope="col">Reports</th>
          </tr>
        </thead>
        <tbody>
          {roles.map((role) => (
            <tr key={`${role.title} ${role.of}`}>
              <th scope="row">{roleWords(role)}</th>
              <td>
                <Bar role={role} span={span} />
                <span className="roles-days">{daysOf(role)}</span>
              </td>
              <td>{counted(role.reports, 'report')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface Span {
  readonly from: number;
  readonly length: number;
}

function spanOf(days: readonly string[]): Span | undefined {
  const moments = days.map((day) => Date.parse(day));
  if (moments.length === 0) return undefined;
  const from = Math.min(...moments);
  return { from, length: Math.max(Math.max(...moments) - from, 86_400_000) };
}

function Bar({
  role: { firstDay, lastDay },
  span,
}: {
  readonly role: Role;
  readonly span: Span | undefined;
}) {
  if (span === undefined || firstDay === undefined) return null;
  const share = (day: string): number => ((Date.parse(day) - span.from) / span.length) * 100;
  const left = share(firstDay);
  return (
    <span className="roles-line" aria-hidden="true">
      <span
        className="roles-bar"
        style={{
          insetInlineStart: `min(${left}%, calc(100% - 0.4rem))`,
          inlineSize: `${share(lastDay ?? firstDay) - left}%`,
        }}
      />
    </span>
  );
}

function daysOf({ firstDay, lastDay }: Role): string {
  if (firstDay === undefined) return 'Day not told';
  return lastDay === undefined || lastDay === firstDay
    ? dayWords(firstDay)
    : `${dayWords(firstDay)} – ${dayWords(lastDay)}`;
}
