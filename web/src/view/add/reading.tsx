/** The Reading of one report in short: what happened, who said what, each with its sentence. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { counted } from '../../../../src/record/dossier/words.js';
import type { Reading, Span } from '../../api/types.js';
import { Citation, type CitedReport } from '../../piece/citation.js';
import { DayText } from '../../piece/day.js';
import { Marked } from '../../piece/marked.js';
import { StatusBadge } from '../../piece/status.js';
import { toHappening } from '../../route.js';
import { codeWords } from '../../words/codes.js';

interface ReadingShownProps {
  readonly reading: Reading;
  /** Its id in the record, where it is filed. */
  readonly article?: string;
  /** By index of the event. */
  readonly happenings?: ReadonlyMap<
    number,
    { readonly happening?: string | undefined; readonly title?: string | undefined }
  >;
}

export function ReadingShown({ reading, article: id, happenings }: ReadingShownProps) {
  const { article, events, statements, notes, log } = reading;
  const report = (span: Span): CitedReport => ({
    ...(id === undefined ? {} : { article: id }),
    span,
    headline: article.headline,
    outlet: article.outlet ?? 'This report',
  });
  return (
    <article className="reading">
      <h3>{article.headline || 'Without a headline'}</h3>
      <p className="kicker">{countsOf(reading)}</p>
      {notes.map(({ message }) => (
        <p key={message} className="notice">
          {message}
        </p>
      ))}
      <ol>
        {events.map((event, index) => {
          const filed = happenings?.get(index);
          return (
            <li key={event.id}>
              <Line
                reading={reading}
                sentence={event.cite}
                marks={[event.trigger]}
                report={report(event.cite)}
                day={event.when === undefined ? undefined : <DayText when={event.when} />}
              >
                {filed?.happening === undefined ? (
                  namesOf(reading, event)
                ) : (
                  <Link href={toHappening(filed.happening)}>{filed.title ?? codeWords(event.code)}</Link>
                )}
                <span className="entry-facts">
                  <span>{codeWords(event.code)}</span>
                  <StatusBadge status={event.status} isBackground={event.background} />
                </span>
              </Line>
            </li>
          );
        })}
        {statements.map((statement) => {
          const [content] = statement.content;
          const sentence = content === undefined ? undefined : sentenceAt(reading, content);
          if (sentence === undefined) return null;
          return (
            <li key={statement.id}>
              <Line
                reading={reading}
                sentence={sentence}
                marks={statement.content}
                report={report(sentence)}
                day="Said"
              >
                {nameOf(reading, statement.speaker ?? statement.speakers?.[0]) ?? 'Somebody who is not named'}
              </Line>
            </li>
          );
        })}
      </ol>
      {log.map(({ code, message }) => (
        <p key={`${code} ${message}`} className="notice faint">
          {message}
        </p>
      ))}
    </article>
  );
}

interface LineProps {
  readonly reading: Reading;
  readonly sentence: Span;
  readonly marks: readonly Span[];
  readonly report: CitedReport;
  readonly day: ReactNode;
  readonly children: ReactNode;
}

function Line({ reading, sentence, marks, report, day, children }: LineProps) {
  const spans = marks
    .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
    .map(({ start, end }) => ({ start: start - sentence.start, end: end - sentence.start }));
  return (
    <article className="entry">
      <p className="entry-day">{day ?? <span className="day-unknown">Day not told</span>}</p>
      <div className="entry-body">
        <h4 className="entry-title">{children}</h4>
        <Citation report={report}>
          <Marked text={reading.article.text.slice(sentence.start, sentence.end)} spans={spans} />
        </Citation>
      </div>
    </article>
  );
}

const nameOf = ({ actors }: Reading, id: string | undefined): string | undefined =>
  actors.find((actor) => actor.id === id)?.name;

const sentenceAt = ({ sentences }: Reading, { start }: Span): Span | undefined =>
  sentences.find((sentence) => sentence.start <= start && start < sentence.end);

function namesOf(reading: Reading, { actors, recipients, code }: Reading['events'][number]): string {
  const names = (ids: readonly string[]) => ids.flatMap((id) => nameOf(reading, id) ?? []).join(', ');
  const [by, to] = [names(actors), names(recipients)];
  return [by === '' ? codeWords(code) : by, ...(to === '' ? [] : [to])].join(' → ');
}

const countsOf = ({ events, statements, actors, places, times }: Reading): string =>
  [
    counted(events.length, 'event'),
    counted(statements.length, 'statement'),
    counted(actors.length, 'name'),
    counted(places.length, 'place'),
    counted(times.length, 'time'),
  ].join(' · ');
