import { Link } from 'wouter';
import { DayText } from '../../../piece/day.js';
import { StatusBadge } from '../../../piece/status.js';
import { toHappening } from '../../../route.js';
import { codeWords, percent, voucherWords } from '../../../words/codes.js';
import type { EventMark } from '../marks.js';
import { speakerOf } from '../names.js';
import { RejectButton } from '../reject-button.js';
import type { Context } from './context.js';
import { Facts } from './facts.js';

export function EventDetail({
  mark: { value, index, isRejected },
  context,
}: {
  readonly mark: EventMark;
  readonly context: Context;
}) {
  const { names, one } = context;
  const entry = one.events.find((each) => each.index === index);
  const via = names.statement(value.via);
  const { code, cameo, status, background, when, counts = [], voucher, rule, confidence, intensity } = value;
  return (
    <>
      <p className="entry-facts">
        <StatusBadge status={status} isBackground={background} />
        {isRejected ? <span className="disputed">thrown out by a person</span> : null}
      </p>
      <Facts
        facts={[
          { label: 'By', value: names.actors(value.actors).join(', ') },
          { label: 'To', value: names.actors(value.recipients).join(', ') },
          { label: 'Day', value: when === undefined ? undefined : <DayText when={when} /> },
          { label: 'Day from', value: basisWords(when?.basis, context) },
          { label: 'Place', value: names.place(value.where) },
          ...counts.map(({ of, value: number }) => ({
            label: `Number: ${of}`,
            value: number.toLocaleString('en'),
          })),
          {
            label: 'On whose word',
            value: via === undefined ? voucherWords[voucher] : `in the words of ${speakerOf(via, names)}`,
          },
          {
            label: 'Coded',
            value: `${codeWords(code)}: PLOVER ${code}${cameo === undefined ? '' : `, CAMEO ${cameo}`}`,
          },
          { label: 'Intensity', value: intensityWords(intensity) },
          { label: 'Rule', value: <code>{rule}</code> },
          { label: 'Confidence', value: percent(confidence) },
        ]}
      />
      {entry?.happening === undefined ? null : (
        <p>
          In the record: <Link href={toHappening(entry.happening)}>{entry.title}</Link>
        </p>
      )}
      {entry === undefined ? null : (
        <RejectButton
          id={entry.event}
          isRejected={isRejected}
          anchor={{ table: 'event', article: one.report.id, start: value.trigger.start }}
          what="this event"
          sentence={names.text(value.cite)}
        />
      )}
    </>
  );
}

function basisWords(basis: string | undefined, { names }: Context): string | undefined {
  if (basis === undefined) return undefined;
  if (basis === 'published') return 'the week before the report was printed';
  const [how, id] = basis.split(':');
  const text = names.time(id);
  if (text === undefined) return basis;
  const where = { time: '', clause: ', in another clause', narrative: ', told around it' }[how ?? ''] ?? '';
  return `“${text}”${where}`;
}

function intensityWords({ plover, goldstein }: EventMark['value']['intensity']): string {
  return `${plover} (PLOVER)${goldstein === undefined ? '' : `, ${goldstein} (Goldstein)`}`;
}
