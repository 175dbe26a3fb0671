/** What people have decided over what was read; each can be undone. */
import { listed } from '../../../../src/record/dossier/words.js';
import { useDecisions } from '../../api/questions.js';
import type { DecisionOfRecord } from '../../api/types.js';
import { undo, useMayWrite } from '../../decide/decide.js';
import { Moment } from '../../piece/day.js';
import { Answered, Empty } from '../../piece/state.js';
import { PageTitle } from '../../shell/title.js';

export default function Decisions() {
  const query = useDecisions();
  return (
    <div className="folio">
      <PageTitle>Decisions</PageTitle>
      <p className="lead">
        Where a person has overruled what was read. They hold when reports are read again and when new ones
        come.
      </p>
      <Answered query={query} what="the decisions">
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title="Nobody has overruled anything">
              <p>
                A happening, a report’s event or statement, and an actor can be renamed, merged, taken apart
                or thrown out where they are shown.
              </p>
            </Empty>
          ) : (
            <ol className="lines section">
              {[...rows].reverse().map((decision) => (
                <li key={decision.id}>
                  <OneDecision decision={decision} />
                </li>
              ))}
            </ol>
          )
        }
      </Answered>
    </div>
  );
}

const kinds = { merge: 'Merged', split: 'Taken apart', rename: 'Renamed', reject: 'Thrown out' };

function OneDecision({ decision }: { readonly decision: DecisionOfRecord }) {
  const { id, kind, value, author, at, note, undone, about, gone, places } = decision;
  const mayWrite = useMayWrite();
  return (
    <article className="entry">
      <p className="entry-day">
        <Moment at={at} />
      </p>
      <div className="entry-body">
        <h2 className="entry-title">
          {kinds[kind]}
          {value === null ? '' : ` “${value}”`}{' '}
          {undone === null ? null : <span className="faint">(undone)</span>}
        </h2>
        <p>{aboutWords(about)}</p>
        <p className="entry-facts">
          <span>
            No. {id}, by {author}
          </span>
          {gone === 0 ? null : (
            <span>
              {gone === places
                ? 'nothing of it is in the record any more'
                : `${gone} of ${places} places are not in the record any more`}
            </span>
          )}
          {undone === null ? null : (
            <span>
              undone <Moment at={undone} />
            </span>
          )}
        </p>
        {note === null ? null : <p className="small">{note}</p>}
        {undone === null && mayWrite ? (
          <p className="acts">
            <button type="button" onClick={() => void undo(id)}>
              Undo
            </button>
          </p>
        ) : null}
      </div>
    </article>
  );
}

/** Of a split the two sides. */
const aboutWords = (about: DecisionOfRecord['about']): string =>
  about.map((side) => listed(side)).join('; from ') || 'Nothing that is in the record now.';
