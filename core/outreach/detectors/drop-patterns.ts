/** The forms in which a name is dropped, in six languages. */

export const PARTICLE = "(?:de|da|di|do|dos|van|von|der|den|del|della|la|le|bin|al|el|ten|ter|zu|y|e|O'|Mc)";
export const WORD = "\\p{Lu}[\\p{L}'’]+(?:-\\p{Lu}[\\p{L}'’]+)*";
const TITLE =
  '(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Sir|Herrn?|Frau|Mme|Madame|M|Sr|Sra|Señor|Señora|Don|Doña|Dott|Ing)\\.?\\s+)?';
/** One to four capitalised words, particles between them. */
const NAME = `${TITLE}(${WORD}(?:[ \\t]+(?:${PARTICLE}[ \\t]+){0,2}${WORD}){0,3})`;
/** Room for an apposition: ", with whom I studied in Coimbatore,". */
const ASIDE = '(?:,[^.!?\\n]{1,120},|\\s+\\([^)]{1,80}\\)|\\s+(?:at|from|in|over at|de|von|van) [^.!?,\\n]{2,30})?';
const ADVERB = '(?:(?:has|had|have|very|kindly|just|once|also|actually|strongly|warmly|recently|both)\\s+){0,2}';

/** `cheap` must be found before the costly `expression`, which starts with any name, is tried. */
export interface DropPattern {
  readonly cheap: RegExp | undefined;
  readonly expression: RegExp;
}

/** Somebody said, gave or suggested. */
function said(verbs: string): DropPattern {
  return { cheap: new RegExp(verbs, 'u'), expression: new RegExp(`${NAME}${ASIDE}\\s+${ADVERB}(?:${verbs})`, 'gu') };
}

/** Words that lead to the name. */
function lead(source: string): DropPattern {
  return { cheap: undefined, expression: new RegExp(source, 'gu') };
}

export const DROPS: readonly DropPattern[] = [
  said(
    `suggested|recommended|referred me|gave me|passed me|passed (?:on|along) your|pointed me|put me|sent me|directed me|steered me|advised me|told me|tells me|asked me to|encouraged me|urged me|insisted|mentioned you|mentioned your|mentioned that you|shared your|let me have your|connected me|drew me|speaks|spoke (?:so |very |)(?:highly|warmly|fondly) of you|thought (?:we|you|I|it)|thinks (?:we|you|I)|reckons|sai?(?:d|ys) (?:you|I|we|to|that|just|it|your|he|she|they|there|no|the|hi|hello)|sends (?:his|her|their|you)|will vouch|can vouch|vouches|was kind enough|mentored|mentors|wanted me to|introduced us`,
  ),
  lead(
    `(?:[Rr]eferred|[Rr]ecommended|[Ss]uggested|sent|introduced|encouraged|prompted|pointed (?:to you|your way)|passed on|given (?:to me|your \\w+)|put (?:on to you|in touch)|advised|told|nudged)(?: (?:to you|to me|here|your way|this way))? by ${NAME}`,
  ),
  lead(
    `(?:[Rr]ecommendation|[Ss]uggestion|advice|request|behest|insistence|prompting|introduction|word|say-so|strength) (?:of|from|by) ${NAME}`,
  ),
  lead(
    `(?:[Aa]t|[Oo]n|[Ff]ollowing|[Pp]er|[Ww]ith) ${NAME}['’]s? (?:suggestion|recommendation|advice|request|behest|insistence|word|introduction|blessing)`,
  ),
  lead(
    `(?:[Mm]utual|[Cc]ommon|[Ss]hared) (?:friend|acquaintance|contact|colleague|connection)(?: of ours)?[, :–-]+(?:called |named |is )?${NAME}`,
  ),
  lead(
    `(?:[Yy]our|[Oo]ur) (?:(?:old|former|ex|good|mutual|dear) )?(?:colleague|ex-colleague|friend|boss|manager|neighbour|neighbor|cousin|sister|brother|teammate|coworker|co-worker|classmate|professor|partner)[, ]+${NAME}`,
  ),
  lead(
    `(?:got|have|had|found|received|obtained) your (?:name|e-?mail|address|number|details|contact(?: details)?)(?: \\w+){0,3} (?:from|through|via|off) ${NAME}`,
  ),
  lead(`(?:heard (?:about|of)|know(?: of)?|found|reached|discovered) you (?:from|through|via|thanks to) ${NAME}`),
  lead(`\\(?(?:[Vv]ia|[Tt]hrough|per|c/o) ${NAME}`),
  lead(
    `(?:friend|cousin|sister|brother|colleague|neighbour|neighbor|student|pupil|daughter|son|wife|husband|mentee|flatmate|apprentice|assistant|former colleague|old friend|friend and colleague) of ${NAME}`,
  ),
  lead(`I (?:work|worked|study|studied|share|live|trained|teach|taught) (?:\\w+ ){0,3}(?:with|for|under) ${NAME}`),
  lead(
    `(?:I['’]m|I am|[Tt]his is) ${NAME}['’]s (?:\\w+ ){0,2}(?:associate|colleague|assistant|cousin|neighbour|neighbor|sister|brother|friend|daughter|son|wife|husband|partner|student|successor|deputy|flatmate|mother|father|boss|manager|apprentice|intern|PA|secretary)`,
  ),
  lead(
    `${NAME} (?:is|was) my (?:\\w+ )?(?:boss|manager|cousin|sister|brother|colleague|neighbour|neighbor|mentor|tutor|supervisor|friend|flatmate|professor|teacher|aunt|uncle|wife|husband|partner)`,
  ),
  // de
  said(
    `hat mir|gab mir|hat mich|meinte|sagte|sagt|meint|empfahl|empfiehlt|riet|hat Sie|hat dich|hat Ihren|schickt mich|schlug vor|nannte mir|lässt (?:Sie |dich |)(?:schön |herzlich |)grüßen`,
  ),
  lead(`(?:Empfehlung|Rat|Anraten|Vermittlung|Wunsch|Hinweis|Gruß|Grüße[n]?) (?:von|durch) ${NAME}`),
  lead(`(?:[Vv]on|[Dd]urch|[Üü]ber) ${NAME} (?:habe|bekam|erhielt|weiß|kenne|bin)`),
  // fr
  said(`m['’]a|m['’]avait|me dit|nous a|vous a recommandée?|suggère|pense que`),
  lead(
    `(?:(?:[Dd]e la part|sur (?:la recommandation|le conseil|les conseils|la suggestion)|par l['’]intermédiaire) d(?:e |['’])|recommandée? par |grâce à |conseillée? par |envoyée? par )${NAME}`,
  ),
  // es
  said(
    `(?:nos|me) (?:ha|presentó|puso|dio|dijo|pasó|recomendó|sugirió|comentó|habló|contó|facilitó|aconsejó|mandó)|te manda|le manda`,
  ),
  lead(
    `(?:[Dd]e parte de|por recomendación de|recomendad[oa] por|a través de|por medio de|por sugerencia de|gracias a) ${NAME}`,
  ),
  lead(
    `(?:tu|su|vuestr[oa]) (?:hermana?|herman[oa]|amig[oa]|prim[oa]|vecin[oa]|compañer[oa]|colega|jef[ea]|ti[oa]) ${NAME}`,
  ),
  // nl
  said(`gaf mij|gaf me|heeft mij|heeft me|raadde|zegt|zei dat|zei me|adviseerde|tipte|vertelde`),
  lead(`(?:[Oo]p aanraden van|op advies van|via|dankzij|namens|de groeten van) ${NAME}`),
  // it
  said(`mi ha|mi aveva|mi disse|mi dice|ti manda|La manda|suggerisce|consiglia`),
  lead(`(?:[Dd]a parte di|su consiglio di|su suggerimento di|tramite|grazie a|per conto di) ${NAME}`),
];
