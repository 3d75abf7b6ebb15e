/** Flattery and false closeness (O11), advice nobody asked for (O10), and the marks of private mail. */

export const TONE = {
  flatters: [
    `!(so|very|really|deeply|truly|incredibly|super|seriously|hugely|thoroughly|genuinely|honestly|absolutely|
      extremely|most|beyond|always) (impressed|inspired|inspiring|impressive|amazing|talented|gifted|brilliant|
      admire|grateful for people like you|proud of you|moved by)`,
    `!(i'm|i am|was|been|am|is|we're|we are|so|i) (impressed|inspired|amazed|blown away|in awe|awestruck|dazzled|
      stunned|a (huge|big|massive) (fan|admirer)|your biggest fan|obsessed with) **`,
    `!(impressed|inspired|blown away|amazed|wowed|struck|fascinated|captivated|moved|touched|intrigued) (by|
      with) (your|you|what you|everything you|all)`,
    `!(love|loved|loving|adore|adored|enjoyed|admire|admired|appreciate|devoured|binge-watched|binged|
      respect) (your|what you|everything you|how you|watching your|reading your|following your|all your) ** (work|
      talk|talks|post|posts|blog|article|articles|profile|background|content|piece|journey|writing|site|website|
      podcast|videos|career|insight~|book|presentation|energy|passion|doing|done|do|built|keynote|session|slides)`,
    '!(huge|big|massive|great|long-time|longtime) (fan|admirer) (of)',
    `!(rock-star|rockstar|superstar|super-star|genius|legend|guru|titan|visionary|trailblazer|thought leader|
      game-changer|powerhouse|mastermind|wizard|ninja|unicorn|one of a kind|one in a million|a marvel|a gem|
      a treasure|role model|extraordinary (human|person|people|talent|woman|man|career|mind)|world-class|
      second to none|exceptional (talent|person|engineer|leader|profile|background|career|work)|
      outstanding (profile|career|work|background|reputation|contribution~)|remarkable (profile|career|work|
      background|journey|person)|incredible (profile|career|work|background|journey|person|talent|woman|story)|
      amazing (profile|career|work|background|journey|person|talent|woman|talk|story|human|speaker|site|blog)|
      stellar (profile|career|background|reputation)|eminent|renowned|esteemed (professor|researcher|colleague|
      speaker|author)|distinguished (career|speaker|researcher|expert|professional)|leading (expert|voice|light|
      mind|authority) in|one of the (great|best|finest|brightest|leading|greatest) (engineers|minds|people|
      experts|speakers|women|men|talents|leaders|voices|names|profiles))`,
    `!(your|the) (profile|background|experience|work|talk|career|journey|site|blog|website|cv|resume|story|
      reputation|insight~|expertise|presentation) (is|was|are|were|looks|'s) [so|really|truly|just|absolutely|
      very|quite|simply] (amazing|impressive|outstanding|incredible|fantastic|brilliant|inspiring|exceptional|
      stellar|remarkable|phenomenal|superb|excellent|unique|beautiful|second to none|wonderful|great|awesome|
      perfect|extraordinary|legendary|stunning)`,
    `!(you're|you are|you) (amazing|incredible|brilliant|awesome|fantastic|a star|the best|a legend|gorgeous|
      wonderful|so (talented|kind|smart|clever|inspiring|generous)|clearly (brilliant|talented|an expert|one of|
      the)|exactly (who|what|the|the kind)|crushing it|killing it|smashing it|on fire|the real deal|born (for|to)|
      destined|special|my (favourite|favorite|hero|heroine|idol|inspiration)|an (inspiration|absolute|amazing|
      incredible|expert|icon)|just the (person|kind)|the (person|one|perfect|only|most))`,
    `!(perfect fit|perfect match|perfect candidate|ideal candidate|ideal person|the perfect person|exactly who|
      nobody better|no one better|uniquely (qualified|placed|suited)|ticks every (single |)box|
      ticked every (single |)box|tick every box|made for (you|this)|dream candidate)`,
    `!(your (wonderful|amazing|excellent|fantastic|great|brilliant|inspiring|insightful|outstanding|remarkable|
      impressive|incredible|valuable|thoughtful|unique|lovely|beautiful|fabulous|esteemed|stellar|eminent|superb|
      stunning) (work|talk|blog|article|post|posts|website|site|profile|insights|career|journey|presentation|
      research|paper|publication|contribution~|content|book|project|company|background|expertise|experience|
      achievements|accomplishments|success|mind|voice|keynote|piece|story|shop))`,
    '!(congrats|congratulations|kudos|hats off|bravo|chapeau) (on|to|for) (your|you|all|the|everything)',
    `!(your) (profile|cv|work|talk|name|experience) [really|honestly] (jumped|jumps|leapt|leaps|stood|
      stands) (off|out)`,
    `!(still (buzzing|thinking|reeling)|what a (talk|panel|session|conversation|career|story|profile|journey)|
      (whole|entire) (room|audience) (nodding|spellbound|laughing)|(data|tech|design|marketing|sales|
      finance) (queen|king|hero|heroine|goddess|royalty)|favourite (human|humans|person|people|techie)|(hello|hi|
      hey) (superstar|gorgeous|genius|legend|lovely))`,
    `!(proud of you|changed my life|life-changing|i look up to you|looked up to you|you inspire|
      such an inspiration|an inspiration|what an inspiration|can't stop thinking|kindred spirit|soul sister|
      sister from|like family|you are family|my dear friend|dearest|sweetheart|darling|beautiful soul|hun|
      superhuman|truly resonat~|deeply resonat~|resonated (deeply|with me)|passion for ** (resonat~|shines|
      inspir~)|your unique (journey|perspective|experience|blend|approach|background))`,
    `(thinking of you|popped into my head|you came to mind|thought of you (immediately|right away|first|at once)|
      immediately thought of you|a little bird|feel like i know you|i feel (as if|like) (i|we))`,
    '?(genius|wow|incredible|fantastic|brilliant|amazing|awesome|phenomenal|stunning|superb)',
    // de
    `!(beeindruck~|begeister~|fasziniert|bewunder~|grossartig~|hervorragend~|herausragend~|brillant~|genial~|
      bemerkenswert~|einzigartig~|inspirier~|hut ab|kompliment~|ihr (beeindruckend~|spannend~|hervorragend~)|
      grosser fan|perfekt (passen|geeignet)|genau die richtige~|wie geschaffen)`,
    // fr
    `!(impressionn~|admir~|inspirant~|inspire~ par|brillant~|remarquable~|exceptionnel~|genial~|bravo (pour|a)|
      felicitations|formidable|extraordinaire|magnifique (travail|parcours|site|blog)|grand~ fan|bluffe~|
      passionnant~ (parcours|profil)|parcours (impressionnant|remarquable|exceptionnel))`,
    // es
    `!(impresion~|increible|admir~|inspirador~|inspiras|genial|brillante|maravillos~|fantastic~|espectacular~|
      felicidades por|enhorabuena por|gran fan|encantad~ con tu|me [ha] encantado|me encanta tu|eres (la mejor|
      el mejor|increible|genial|un referente)|lo bonita que|impecable)`,
    // nl
    `!(onder de indruk|indrukwekkend~|geweldig~|fantastisch~|inspirerend~|bewonder~|briljant~|grote fan|
      complimenten|petje af|uitstekend~ (profiel|werk))`,
    // it
    `!(impressionat~|colpit~ (dal|dalla)|ammir~|complimenti|straordinari~|geniale|brillante|ispirat~|fantastic~|
      meravigli~|eccezionale|incredibile|grande fan)`,
  ],
  'claims-closeness': [
    `!(my (dear|dearest) (friend|sister|brother)|dear (friend|sister|brother|dear)|as (family|a friend|
      your friend)|old friend|lots of love|big hug|hugs|xoxo|xo|kisses|much love|namaste|blessings|yours (ever|
      always)|ever yours)`,
  ],
  /** Advice or encouragement to a person. */
  advises: [
    `!(a|some|one|bit of|piece of|word of|little|small|two pieces of|free|friendly|unsolicited|unasked|honest|
      well-meant|humble|last|final) (advice|tip|tips|wisdom|suggestion|feedback|pointer|pointers|thought|thoughts|
      piece of advice|bit of advice|word of advice|word of warning|constructive criticism|correction|
      corrections) **`,
    `!(if i (may|might|were you)|if you don't mind me (saying|suggesting|asking)|allow me to|let me (give|offer|
      share|tell|suggest|advise|explain|point)|may i (suggest|offer|give|advise|be so bold|point|say)|
      might i (suggest|offer)|can i (suggest|offer|give)|permit me|take it from (me|someone)|trust me|believe me|
      mark my words|with (all |)(due |the greatest |)respect|no offence|no offense|don't take this|
      hope you don't mind me (saying|pointing)|as (someone|somebody|a person|an (old|expert|experienced)|
      a (fellow|former|retired|veteran|seasoned|coach|mentor|father|mother)) ** )`,
    `!(you) (should|ought to|must|need to|would do well to|might want to|could do with|'d better|had better|
      have to|really should|really need|would be better|would benefit|shouldn't|should not|must not|mustn't) (try|
      stop|start|learn|consider|think|think about|remember|slow|speak|stand|smile|wear|be|use|read|change|let|
      work|never|always|drop|not|focus|have|get|take|give|make|avoid|know|do|add|put|say|write|look|invest|pay|
      breathe|rest|trust|keep|show|look into|rethink|reconsider|remove|leave|include|mention|replace|switch|
      apologi~|practise|practice|cut|study|listen|talk|mind|watch)`,
    "!(i|we) (would|'d) (suggest|recommend|advise|encourage|urge|counsel) (you|that|to|using|trying)",
    '!(i (suggest|recommend|advise|urge|encourage|beg) (you|that|to))',
    `!(stop (saying|using|apologi~|being|doing|worrying|trying|putting|wearing|wasting|talking|hiding|writing)|
      try (this|saying|wearing|using|to be|to speak|to smile|standing|breathing|slowing|it for)|never (say|use|
      wear|apologi~|let|give up|forget that|stop|start with|end)|always (start|end|wear|say|remember|smile|look|
      begin|use)|(you|people|women|men|speakers|engineers|developers) (say|use|do|apologi~|tend to|always|
      never) ** too (much|often|fast|quietly|many|little)|too (many|much) (slides|jargon|detail|text|words|modest|
      humble)|get back to me when|do your homework|read my (book|paper|article|blog)|here (is|are) (how|what|why|
      some|three|five|my)|rule~ (of|for|one|number)|lesson|secret (to|of|is)|mistake you|what you (need|should|
      must|did|do|got|are doing) (is|to|do|wrong)|(solving|asking|doing|using|telling|teaching) (it|the|
      this) wrong|wrong (problem|question|approach|way))`,
    '!(be|been|not be|never be) (discouraged|afraid|brave|bold|strong|yourself|patient|kind to yourself|proud of)',
    `!(never give up|don't give up|do not give up|keep (going|it up|up the|shining|doing|believing|fighting|
      at it|pushing)|believe in yourself|follow your (heart|dreams|passion|gut)|you (can|will) (do it|do this|
      get there|make it|succeed|be fine|prevail|overcome)|hang in there|stay strong|you've got this|you got this|
      chin up|praying for you|pray for you|god (bless|has)|the lord|you were (chosen|made|born|laid)|
      everything happens for|the universe|your time will come|the best is yet|hold your head|
      listen to your (heart|body)|self-care|take care of yourself|breathe)`,
    `!((since|as) (nobody|no one) (else |)(will|would|is going to)|(three|two|five|four|#) (ways|things|tips|
      rules|reasons|suggestions|improvements|mistakes|corrections|points) (to|that|you|for)|(nobody|
      no one) can (read|follow|hear|understand)|(fix|improve) your (talk|slides|writing|website|code|posture|
      voice|style|delivery|english|grammar|spelling))`,
    '?(in my [humble] (opinion|experience|view)|next time|for (future|next time)|drop the|lose the|get rid of the)',
    `(i (noticed|counted|spotted|observed|could not help|couldn't help|happened to notice|watched|
      listened) ** (you|your))`,
    // de
    `!(gut gemeint~|wohlgemeint~|ein~ (kleiner|guter|gut) * (rat|tipp|ratschlag|hinweis)|rat (geben|von mir)|
      erlauben sie mir|gestatten sie|wenn ich (ihnen|dir|mir|etwas) * (raten|sagen|darf|durfte|empfehlen)|
      sie (sollten|mussen|mussten|durfen nicht)|du (solltest|musst|darfst nicht)|ich (rate|empfehle|wurde) (ihnen|
      dir)|an ihrer stelle|lassen sie (die|das|den|sich)|verzichten sie|versuchen sie|horen sie auf|
      geben sie nicht auf|nicht aufgeben|weiter so|kopf hoch|glauben sie an)`,
    // fr
    `!(petit conseil|un conseil|quelques conseils|permettez-moi|permettez moi|si je peux me permettre|
      si je puis me permettre|vous (devriez|devez|feriez mieux)|tu (devrais|dois|ferais mieux)|a votre place|
      je vous (conseille|recommande|suggere|encourage)|ne (baissez|lachez|renoncez) * |courage|croyez en|
      n'abandonnez)`,
    // es
    `!(un consejo|consejos|permitame|permiteme|si me (permite|permites)|deberia~|tienes que|tiene que|yo que tu|
      en tu lugar|te (recomiendo|aconsejo|sugiero|animo)|le (recomiendo|aconsejo|sugiero)|no te rindas|animo|
      cree en ti|sigue (asi|adelante)|nunca (te|dejes))`,
    // nl
    `!(goede raad|goedbedoeld~|een tip|advies|als ik (mag|jou|u|je)|je (moet|zou moeten)|u (moet|zou moeten)|
      ik raad (je|u)|geef niet op|hou vol|ga zo door|in jouw plaats|geloof in jezelf)`,
    // it
    `!(un consiglio|qualche consiglio|mi permetto|se posso (permettermi|darle|darti)|dovresti|dovrebbe|deve|
      ti (consiglio|suggerisco)|le (consiglio|suggerisco)|al (tuo|suo) posto|non (mollare|arrenderti|si arrenda)|
      credi in te|forza|coraggio)`,
  ],
  /** The words of private life and of running work: what cold mail does not have. */
  private: [
    `(mum|mom|mam|dad|mother|father|sister|brother|auntie|aunt|uncle|nan|granny|grandma|grandad|kids|baby|
      husband|wife|birthday|wedding|funeral|hospital|school run|pick up|drop off|dinner|supper|
      breakfast|tea|pub|pint|beer|curry|chippy|cake|bake|weekend|holiday|train|bus|airport|flight|keys|parcel|
      allotment|dog|boiler|plumber|rent|landlord|neighbour|neighbor|choir|football|sofa|
      bike|car park|lift home|babysit~)`,
    `(love you|miss you|xx|xxx|see you (there|then|tonight|tomorrow|on|at|soon|later|saturday|sunday)|shall (i|
      we) bring|are you (bringing|coming|home|around tonight|ok|okay|alright|in tonight)|can you bring|what time|
      running late|on my way|nearly there|let you know when|how is (your|the|mum|dad)|how are (things|the kids|
      you both)|thanks again for|thank you for (the|coming|having|your help|last)|as you know|remember when|
      told you|you know how)`,
    `(attached|here) (is|are) (the|minutes|agenda|notes|draft|photos|pictures|figures|numbers|slides|contract|
      invoice|report|document)`,
    `(mama|papa|mutter|vater|schwester|bruder|oma|opa|kinder|geburtstag|hochzeit|krankenhaus|arzt|abendessen|
      wochenende|urlaub|zug|garten|hund|katze|bis (bald|dann|morgen|spater)|liebe grusse|lg|kuss|umarm~)`,
    `(maman|papa|mere|pere|soeur|frere|mamie|papi|enfants|anniversaire|mariage|hopital|medecin|diner|week-end|
      vacances|jardin|chien|bises|bisous|je t'embrasse|a (bientot|demain|ce soir))`,
    `(mama|papa|madre|padre|hermana|hermano|abuela|abuelo|ninos|cumpleanos|boda|hospital|medico|cena|
      vacaciones|tren|jardin|perro|gato|un beso|besos|abrazos|nos vemos|hasta (luego|manana|pronto))`,
    `(mam|pap|moeder|vader|zus|broer|oma|opa|kinderen|verjaardag|bruiloft|ziekenhuis|eten|weekend|vakantie|trein|
      tuin|hond|kat|liefs|groetjes|tot (zo|straks|morgen|dan))`,
    `(mamma|papa|madre|padre|sorella|fratello|nonna|nonno|bambini|compleanno|matrimonio|ospedale|cena|weekend|
      vacanza|treno|giardino|cane|gatto|un bacio|baci|un abbraccio|a (presto|domani|dopo))`,
  ],
} as const;
