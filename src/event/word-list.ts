/** Word lists in data/events/ are written with commas: `lemma: praise, applaud, hail`. */
import { z } from 'zod';

const split = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

export const WordList = z.string().transform(split);

/** A list whose words are all of `item`. */
export const listOf = <T>(item: z.ZodType<T>) => WordList.transform((words) => z.array(item).parse(words));
