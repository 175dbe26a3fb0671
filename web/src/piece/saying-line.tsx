/** What was said as one entry of a list: the day, who, and the sentence. */
import { listed, toldBy } from '../../../src/record/dossier/words.js';
import type { Party, Saying } from '../api/types.js';
import { Citation, reportOf } from './citation.js';
import { DayText } from './day.js';

export function SayingLine({ saying }: { readonly saying: Saying }) {
  const { when, firstDay, speakers, wordings, reports, sources, content } = saying;
  const first = wordings[0];
  return (
    <article className="entry">
      <p className="entry-day">
        <DayText when={when} printed={firstDay} />
      </p>
      <div className="entry-body">
        <Speakers speakers={speakers} />
        {first === undefined ? (
          <p>{content}</p>
        ) : (
          <Citation
            report={reportOf(first)}
            {...(reports > 1 ? { note: toldBy(reports, sources) } : {})}
            {...(first.language === undefined ? {} : { note: `translated from ${first.language}` })}
          >
            {first.sentence}
          </Citation>
        )}
      </div>
    </article>
  );
}

/** Who said it, as the title of an entry. */
export const Speakers = ({ speakers }: { readonly speakers: readonly Party[] }) => (
  <h3 className="entry-title">
    {speakers.length === 0 ? 'Somebody who is not named' : listed(speakers.map(nameOf))}
  </h3>
);

const nameOf = ({ name, title }: Party): string =>
  title === undefined || name.toLowerCase().includes(title.toLowerCase()) ? name : `${title} ${name}`;
