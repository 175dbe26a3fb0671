/** All that is needed to make Articles, read once. */
import { loadStamps, type StampData } from './date/index.js';
import { loadMainText, type MainTextData } from './html/main-text.js';
import { loadMetadata, type MetadataData } from './html/metadata.js';
import { type EnglishData, loadEnglish } from './language.js';
import { loadTextData, type TextData } from './text/data.js';

export interface ArticleData {
  readonly text: TextData;
  readonly stamps: StampData;
  readonly mainText: MainTextData;
  readonly metadata: MetadataData;
  readonly english: EnglishData;
}

/** Reads data/article once. Throws an Error naming file and entry when the data is damaged. */
export function loadArticles(): ArticleData {
  const text = loadTextData();
  const stamps = loadStamps();
  return {
    text,
    stamps,
    mainText: loadMainText(),
    metadata: loadMetadata(stamps, text.credits),
    english: loadEnglish(),
  };
}
