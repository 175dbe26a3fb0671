/** A mail becomes an Article: its subject is the headline, its date the day of publication. */
import { addressParser } from 'postal-mime';
import type { ArticleData } from '../data.js';
import { finished } from '../finish.js';
import { htmlDraft } from '../html/article.js';
import { type ArticleOutcome, type ArticleSource, failed } from '../outcome.js';
import { stampOf } from '../stamp.js';
import type { Stated } from '../stated.js';
import { outletName } from '../text/credit.js';
import { type Piece, piecesOf } from '../text/piece.js';
import { plainDraft } from '../text/plain.js';
import { type Mail, type MailPart, parseMail } from './mime.js';

export function mailArticle(bytes: Uint8Array, source: ArticleSource, data: ArticleData): ArticleOutcome {
  const mail = parseMail(bytes);
  const part = reportPart(mail.parts);
  if (!part)
    return failed(
      'input/bad-mail',
      source.from,
      'The mail has no part of text or HTML; its attachments are not read.',
    );
  const stated = statedIn(mail, data);
  const draft =
    part.type === 'text/html' ? htmlDraft(part.text, data, stated) : mailDraft(part.text, stated, data);
  return finished(draft, source, data);
}

/** A shorter plain part is often only a line that asks to open the mail in a browser. */
const shortest = 200;

function reportPart(parts: readonly MailPart[]): MailPart | undefined {
  const plain = parts.find(({ type, text }) => type === 'text/plain' && text.trim() !== '');
  const html = parts.find(({ type, text }) => type === 'text/html' && text.trim() !== '');
  return plain && (!html || plain.text.trim().length >= shortest) ? plain : (html ?? plain);
}

/** Subject and text as one text, so that both can be cited. */
function mailDraft(body: string, stated: Stated, data: ArticleData): ReturnType<typeof plainDraft> {
  const { headline } = stated;
  const text = headline === undefined ? body : `${headline}\n\n${body}`;
  const from = headline === undefined ? 0 : headline.length;
  const signature = /^-- ?\r?$/mu.exec(body);
  const end = signature ? text.length - body.length + signature.index : text.length;
  const pieces = piecesOf(text).map((piece): Piece => {
    if (piece.end <= from) return { ...piece, hint: 'headline' };
    return piece.start >= end || isMailTalk(piece) ? { ...piece, hint: 'none' } : piece;
  });
  return plainDraft(text, data, stated, pieces);
}

/** Headers of a mail that was passed on, and quoted answers. */
const isMailTalk = ({ text }: Piece): boolean =>
  /^(?:-{3,}\s?\p{L}|(?:From|To|Cc|Date|Sent|Subject|Reply-To):\s|>)/u.test(text) && text.length < 2000;

function statedIn({ headers }: Mail, data: ArticleData): Stated {
  const { subject, passedOn } = cleanSubject(headers.get('subject') ?? '', data);
  // The date of a mail that passes a report on is not the report's.
  const published = passedOn ? undefined : stampOf(headers.get('date') ?? '');
  const outlet = passedOn ? undefined : senderOutlet(headers.get('from') ?? '', data);
  return {
    ...(subject === '' ? {} : { headline: subject }),
    ...(published ? { published } : {}),
    ...(outlet === undefined ? {} : { outlet }),
  };
}

function cleanSubject(words: string, { text }: ArticleData): { subject: string; passedOn: boolean } {
  let subject = words.slice(0, 1000).replace(/\s+/gu, ' ').trim();
  let passedOn = false;
  for (let i = 0; i < 10; i++) {
    const rest = text.credits.subjectPrefixes.rest(subject);
    if (rest === undefined) break;
    subject = rest;
    passedOn = true;
  }
  return { subject, passedOn };
}

/** A sender is the outlet only where its name is an outlet's: people pass reports on, too. */
function senderOutlet(from: string, data: ArticleData): string | undefined {
  const [sender] = addressParser(from.slice(0, 1000), { flatten: true });
  const name = sender?.name.replace(/\s+/gu, ' ').trim();
  return name ? outletName(name, data.text.credits) : undefined;
}
