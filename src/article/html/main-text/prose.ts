/** What running text looks like. */
import type { Block } from './blocks.js';

/** A paragraph of prose has at least LONG letters, or ends a sentence and has at least SENTENCE. */
const LONG = 140;
const SENTENCE = 25;
/** Blocks with a larger share of links are navigation. */
export const LINKED = 0.7;

const END = /[.!?…。！？।؟:][\p{Pe}\p{Pf}"'”’]*$/u;
/** Scripts in which a letter says as much as two or three of the Latin one. */
const DENSE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/gu;

/** Prose that can only be the article's: long, or a whole sentence, and not a list of links. */
export const isProse = (block: Block): boolean =>
  block.form !== 'heading' &&
  block.linked <= LINKED &&
  (weight(block.text) >= LONG || isSentence(block.text, SENTENCE));

export const isSentence = (text: string, least: number): boolean =>
  weight(text) >= least && END.test(text.slice(-20));

const weight = (text: string): number => text.length + (text.slice(0, 500).match(DENSE)?.length ?? 0) * 1.5;
