/** What is or was due, month by month, and what came of it. */

import { usePages } from '../../api/answer.js';
import type { Params } from '../../api/client.js';
import { useAbout } from '../../api/questions.js';
import type { CalendarEntry } from '../../api/types.js';
import { fields, fitting, useAddress } from '../../filter/asked.js';
import { Chips } from '../../filter/chips.js';
import { FilterForm } from '../../filter/form.js';
import { FilterPanel } from '../../filter/panel.js';
import { Listed } from '../../piece/listed.js';
import { Tabs } from '../../piece/tabs.js';
import { PageTitle } from '../../shell/title.js';
import { dayBefore, toCalendar } from './days.js';
import { Months } from './months.js';
import { NothingDue } from './nothing.js';
import { Subscribe } from './subscribe.js';
import './calendar.css';

const known = fields.filter((field) => field !== 'sort' && field !== 'status');

export default function Calendar() {
  const address = useAddress();
  const { asked, change } = address;
  const { data: about } = useAbout();
  const today = about?.today ?? new Date().toISOString().slice(0, 10);
  const isPast = address.get('show') === 'past';
  const { params } = fitting(asked, known);
  const part: Params = isPast
    ? { until: dayBefore(today), since: '0001-01-01', sort: 'newest' }
    : { since: today };
  const tabs = [
    { href: toCalendar(params), label: 'To come', isHere: !isPast },
    { href: toCalendar({ ...params, show: 'past' }), label: 'Passed', isHere: isPast },
  ];
  return (
    <div className="folio">
      <PageTitle>Calendar</PageTitle>
      <p className="lead">What reports say is to happen, and what they tell of it afterwards.</p>
      <div className="beside">
        <div className="calendar-side">
          <FilterPanel>
            <FilterForm asked={asked} change={change} known={known} />
          </FilterPanel>
          <Subscribe params={params} />
        </div>
        <div>
          <Tabs label="Which part" tabs={tabs} />
          <Chips asked={asked} change={change} />
          <Due params={{ ...part, ...params }} today={today} isPast={isPast} />
        </div>
      </div>
    </div>
  );
}

interface DueProps {
  readonly params: Params;
  readonly today: string;
  readonly isPast: boolean;
}

function Due({ params, today, isPast }: DueProps) {
  const pages = usePages<CalendarEntry>('/calendar', params);
  return (
    <Listed pages={pages} what="entries" empty={<NothingDue isPast={isPast} />}>
      {(rows) => <Months entries={rows} today={today} />}
    </Listed>
  );
}
