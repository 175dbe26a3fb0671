/**
 * Which cues of PolNeAR are speech: a table of words of communication, so that the selection is the same whatever
 * the speech reader reads. Verbs: the classes of B. Levin, English Verb Classes and Alternations (1993), 37 (verbs of
 * communication) and 33 (judgment, those that are done by speaking), with the verbs of commitment, request and
 * question of FrameNet. Nouns: what these verbs name. Words of belief, intention, evidence, attitude and
 * appearance (believe, think, want, plan, hope, expect, feel, know; show, find; support, oppose; seem) are not in it.
 */
const verbs = `
accuse acknowledge add address admit admonish advertise advise affirm agree air allege allude announce answer
apologize apologise appeal argue articulate ask assail assert assure attest author avow banter bark beg bellow bemoan berate
beseech blame blast blog blurt boast brag brand brief broadcast call castigate caution censure challenge chant characterize
characterise charge chat chide chime cite claim clarify command commend comment communicate complain compliment concede
conclude concur condemn confess confide confirm congratulate contend contradict convey counsel counter credit criticize
criticise cry debunk decline declare decry defend demand demur denounce deny denigrate deplore deride describe detail dictate
disagree disclose discuss dismiss disparage dispute divulge dub echo elaborate email emphasize emphasise enquire enthuse
enumerate exclaim exhort explain expound express fault foretell forewarn fume greet gripe groan growl grumble guarantee
gush hail hint huff implore imply indicate inform inquire insinuate insist instruct insult intimate intone invite
invoke jeer jest jibe joke label lambast lambaste lament laud lecture lie maintain marvel mention mock moan mumble murmur muse mutter
narrate nickname note notify object observe offer opine order outline phrase plead pledge point portray post praise pray
preach predict press proclaim profess promise pronounce propose protest publish query question quip quote rail rant read
reaffirm reason reassure rebuke rebut recall recite recommend recount refer refute regale reiterate reject relate relay
remark remind repeat reply report reprimand request respond restate retell retort reveal retweet ridicule roar say scoff scold
scream shout sigh signal slam slur sneer snap snark speak specify speculate spell state stipulate stress suggest
summarize summarise swear talk taunt tease tell term testify thank theorize threaten thunder title tout trumpet tweet
underline underscore unveil urge utter venture vent voice volunteer vouch vow warn whisper wonder write yell
`;

const nouns = `
account accusation acknowledgment admission advertisement allegation announcement answer apology appeal argument assertion assurance
call characterization charge claim comment commentary complaint confession confirmation condemnation criticism declaration
demand denial depiction description disclosure editorial email estimate explanation greeting insinuation insistence interview
invitation joke lecture letter memo mention message news observation op-ed pledge plea post praise prediction
promise proposal quote quotation rant reassurance rebuke recommendation remark reminder reply report request response revelation
speech statement story suggestion testimony threat tirade transcript tweet vow warning word
`;

const words = (list: string): string[] => list.trim().split(/\s+/u);

const communication: ReadonlySet<string> = new Set([...words(verbs), ...words(nouns), 'accord', 'according']);

const belief: ReadonlySet<string> = new Set(
  words(`
anticipate assume believe consider decide desire doubt dream envision expect fear feel forget guess hope imagine intend
know like look plan prefer realize realise regard remember see seek suspect think try understand view want wish worry
belief expectation hope intention plan view opinion
`),
);

export type CueClass = 'speech' | 'belief' | 'other';

/** By the lemmas of a cue: `has said` is speech since one of its words is. */
export function cueClass(lemmas: readonly string[]): CueClass {
  if (lemmas.some((lemma) => communication.has(lemma))) return 'speech';
  return lemmas.some((lemma) => belief.has(lemma)) ? 'belief' : 'other';
}
