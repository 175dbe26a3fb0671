/** HeidelTime and SUTime beside our reader: each through its own command line, on the same scorer. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TimeFinder } from '../eval/aquaint.js';
import { readTimeml, type Timex } from '../eval/timeml.js';

/** HeidelTime's settings: what to look for, and the Stanford tagger from the class path. */
const heideltimeSettings = `considerDate=true
considerDuration=true
considerSet=true
considerTime=true
considerTemponym=false
model_path=edu/stanford/nlp/models/pos-tagger/english-left3words/english-left3words-distsim.tagger
config_path=
treeTaggerHome=
word_model_path=
chineseTokenizerPath=
typeSystemHome=desc/type/HeidelTime_TypeSystem.xml
typeSystemHome_DKPro=desc/type/DKPro_TypeSystem.xml
uimaVarDate=Date
uimaVarDuration=Duration
uimaVarLanguage=Language
uimaVarSet=Set
uimaVarTime=Time
uimaVarTemponym=Temponym
uimaVarTypeToProcess=Type
uimaVarConvertDurations=ConvertDurations
`;

/** `folder`: where HeidelTime 2.2.1 and CoreNLP 3.3.1, which it was made for, lie. One start of Java a report. */
export function heideltimeFinder(folder: string): TimeFinder {
  const settings = join(folder, 'config.props');
  writeFileSync(settings, heideltimeSettings);
  const report = join(folder, 'report.txt');
  const main = 'de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone';
  const fixed = ['-l', 'english', '-t', 'news', '-pos', 'STANFORDPOSTAGGER', '-c', settings, '-o', 'timeml'];
  return (text, published) => {
    writeFileSync(report, text);
    const args = ['-cp', join(folder, 'jars', '*'), main, report, '-dct', published.slice(0, 10), ...fixed];
    const xml = execFileSync('java', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return inText(text, xml);
  };
}

/** Expressions of HeidelTime's TimeML, which may differ from the text in its white space. */
function inText(text: string, xml: string): Timex[] {
  const body = /<TimeML>([\s\S]*)<\/TimeML>/.exec(xml)?.[1] ?? '';
  const wrapped = `<DCT><TIMEX3 value="0"></TIMEX3></DCT><TEXT>${body}</TEXT>`;
  const read = readTimeml(wrapped);
  const toText = alignment(read.text, text);
  return read.times.map(({ start, end, value }) => ({
    start: toText(start),
    end: toText(end - 1) + 1,
    value,
  }));
}

/** Maps an offset of one string to the other's, when they differ in white space only. */
function alignment(from: string, to: string): (offset: number) => number {
  const places: number[] = [];
  let at = 0;
  for (const character of from.split('')) {
    if (/\S/u.test(character)) while (at < to.length && to[at] !== character) at++;
    places.push(at);
    if (/\S/u.test(character)) at++;
  }
  return (offset) => places[offset] ?? to.length;
}

interface CoreNlpDocument {
  readonly sentences: readonly {
    readonly tokens: readonly {
      readonly characterOffsetBegin: number;
      readonly characterOffsetEnd: number;
      readonly timex?: { readonly tid: string; readonly value?: string; readonly altValue?: string };
    }[];
  }[];
}

/** `folder`: where CoreNLP 4 lies. All reports in one start of Java; the finder looks its answers up. */
export function sutimeFinder(
  folder: string,
  reports: readonly { text: string; published: string }[],
): TimeFinder {
  const work = mkdtempSync(join(tmpdir(), 'sutime-'));
  const name = (index: number) => `report${index}.txt`;
  reports.forEach(({ text }, index) => {
    writeFileSync(join(work, name(index)), text);
  });
  writeFileSync(join(work, 'list'), reports.map((_, index) => name(index)).join('\n'));
  writeFileSync(
    join(work, 'dates'),
    reports.map(({ published }, index) => `${name(index)}\t${published.slice(0, 10)}`).join('\n'),
  );
  const options = ['-annotators', 'tokenize,pos,lemma,ner', '-ner.applyFineGrained', 'false'];
  const input = ['-filelist', 'list', '-ner.docdate.useMappingFile', 'dates', '-outputFormat', 'json'];
  const main = 'edu.stanford.nlp.pipeline.StanfordCoreNLP';
  execFileSync('java', ['-Xmx3g', '-cp', join(folder, 'jars', '*'), main, ...options, ...input], {
    cwd: work,
    stdio: 'ignore',
  });
  const found = new Map(
    readdirSync(work)
      .filter((file) => file.endsWith('.json'))
      .map((file) => {
        const index = Number(/\d+/u.exec(file)?.[0]);
        const document = JSON.parse(readFileSync(join(work, file), 'utf8')) as CoreNlpDocument;
        return [reports[index]?.text ?? '', timexesOf(document)] as const;
      }),
  );
  rmSync(work, { recursive: true });
  return (text) => found.get(text) ?? [];
}

/** Tokens that carry one timex id are one expression. */
function timexesOf(document: CoreNlpDocument): Timex[] {
  const times = new Map<string, Timex>();
  for (const { characterOffsetBegin, characterOffsetEnd, timex } of document.sentences.flatMap(
    (s) => s.tokens,
  )) {
    if (!timex) continue;
    const start = times.get(timex.tid)?.start ?? characterOffsetBegin;
    times.set(timex.tid, { start, end: characterOffsetEnd, value: timex.value ?? timex.altValue ?? '' });
  }
  return [...times.values()].sort((a, b) => a.start - b.start);
}
