import { DayText } from '../../../piece/day.js';
import type { StatementMark } from '../marks.js';
import { speakerOf } from '../names.js';
import { RejectButton } from '../reject-button.js';
import type { Context } from './context.js';
import { Facts } from './facts.js';

const forms = { direct: 'in quotation marks', indirect: 'reported, not quoted', mixed: 'quoted in part' };

export function StatementDetail({
  mark: { value, index, isRejected },
  context,
}: {
  readonly mark: StatementMark;
  readonly context: Context;
}) {
  const { names, one } = context;
  const entry = one.statements.find((each) => each.index === index);
  const { form, cue, source, to = [], about = [], said, language, rule } = value;
  return (
    <>
      {isRejected ? <p className="entry-facts disputed">thrown out by a person</p> : null}
      <blockquote dir="auto">{value.content.map((span) => names.text(span)).join(' … ')}</blockquote>
      <Facts
        facts={[
          { label: 'Speaker', value: speakerOf(value, names) },
          { label: 'Named as', value: source && `“${names.text(source)}”` },
          { label: 'By the words', value: cue && `“${names.text(cue)}”` },
          { label: 'How', value: forms[form] },
          { label: 'To', value: names.actors(to).join(', ') },
          { label: 'About', value: names.actors(about).join(', ') },
          {
            label: 'Said',
            value: typeof said === 'string' ? names.time(said) : said && <DayText when={said} />,
          },
          { label: 'Translated from', value: language && languageName(language) },
          { label: 'Rule', value: <code>{rule}</code> },
        ]}
      />
      {entry === undefined ? null : (
        <RejectButton
          id={entry.statement}
          isRejected={isRejected}
          anchor={{ table: 'statement', article: one.report.id, start: value.content[0]?.start ?? 0 }}
          what="this statement"
          sentence={value.content.map((span) => names.text(span)).join(' … ')}
        />
      )}
    </>
  );
}

export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
