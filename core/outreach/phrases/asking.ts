/** What is asked for: time, people, money, papers, a forward. Written in the form of phrase-book.ts. */

export const ASKING = {
  /** A call, a meeting, a coffee, a demo, a slot in the diary. */
  'asks-for-call': [
    `!(15|10|20|30|45|5|25|fifteen|ten|twenty|thirty|five) (minute|minutes|min|mins) [of your time|to chat|
      to talk|with you|on the phone|next week|this week|call|chat|meeting|look|demo|zoom]`,
    `(a|an|the) (quick|brief|short|intro|introductory|discovery|exploratory|30-minute|15-minute|20-minute|
      informal) [and] [exploratory|informal|intro|video|phone|zoom] (call|chat|conversation|meeting|demo|coffee|
      catch-up|sync|zoom|word|walkthrough)`,
    '(quick|brief|short|intro|introductory|discovery) (call|chat|meeting|demo|conversation|sync)',
    '(hop|jump|get|be) on a * (call|zoom|chat|phone)',
    '(grab|book|schedule|set up|arrange|find) (some|a) (time|slot|call|meeting|demo|coffee)',
    '(book|schedule|arrange|set up) (a|the) * (call|meeting|demo|time|chat|interview)',
    `(are|would|will) you [be] (free|available|open|around) ** (call|chat|talk|meet|meeting|coffee|lunch|week|
      tuesday|monday|wednesday|thursday|friday|tomorrow|today|demo|zoom|connect|discuss)`,
    'when (would|is|are|can|could|might|do) * (good|best|convenient|suit|work|speak|talk|call|free|available|you)',
    '(do|would|could) you have ** (minutes|mins|min|time|slot|half an hour|hour)',
    `(can|could|may|shall) (i|we) (call|ring|phone|meet|schedule|grab|set up|hop on|have a call|talk|speak|chat|
      buy you)`,
    '(let me|i can|i could|happy to) (call|ring|phone|show you|walk you through)',
    '!(call|ring|phone) me (today|now|asap|back|on|at|immediately|urgently|before)',
    '(worth|open to|up for|fancy) a * (call|chat|look|conversation|coffee|demo|minutes|meeting)',
    `(open|willing|interested|keen|happy) (to|in) * (a|an) * (call|chat|conversation|meeting|demo|discussion|
      partnership)`,
    `(i'd|i would|we'd|we would) (love|like) (to|a) * (meet|chat|call|talk|show|speak|catch up|connect|discuss|
      pick|schedule)`,
    `(does|would|how about|how does|what about) (this|next|tomorrow|monday|tuesday|wednesday|thursday|
      friday) * [work|suit]`,
    '(monday|tuesday|wednesday|thursday|friday|tomorrow) or (monday|tuesday|wednesday|thursday|friday|the day after)',
    'pick (your|my) brain~',
    'calendly',
    '(my|our) calendar [is|link|here]',
    '(grab|pick|choose) a (time|slot) [that]',
    "(what's|what is) your (availability|calendar|schedule|number|phone|mobile)",
    '(your|best) (phone|mobile|contact|direct) number',
    // de
    '(kurze~|kurzes|kurzen) (telefonat|gesprach|anruf|austausch|termin|call|demo|video~)',
    `(wann|darf|durfte|konnte|kann) (darf|kann|konnte|ich|passt|wir) * (anrufen|telefonieren|sprechen|ihnen|sie|
      treffen|austauschen)`,
    '(passt|passen|wurde) (es) * (ihnen|dir) * [am|um]',
    'passt (ihnen|dir|es)',
    '(halbe stunde|# minuten|viertelstunde) * [zeit|telefon~|gesprach]',
    '(hatten|haben|hattest|hast) (sie|du) ** (zeit|minuten|stunde|lust)',
    '(strategie|erst|kennenlern|beratungs|info) (gesprach|termin|telefonat|call)',
    '(strategiegesprach|erstgesprach|kennenlerngesprach|beratungsgesprach|infogesprach)',
    '(terminvorschlag|termin) (vereinbaren|buchen|finden)',
    // fr
    "(un|d'un) (rapide|bref|court|petit) (appel|echange|cafe|rendez-vous|call|point)",
    '(echanger|discuter|parler|appeler) * (quelques|15|20|30|10|cinq|dix) * (minutes|min)',
    `(seriez|etes|auriez|avez|serais|aurais) (vous|tu) * (disponible~|disponibilites|ouvert~|interesse~|
      quelques minutes|un moment|le temps|une minute|un creneau)`,
    '(quand|quel jour|quelles) * (disponible~|disponibilites|vous appeler|convien~|arrange)',
    "(convenir|fixer|prendre|planifier) (d'un|un) * (rendez-vous|rdv|appel|creneau)",
    '(puis-je|pourrais-je|pouvons-nous|peut-on) * (appeler|rencontrer|parler|echanger)',
    // es
    '(una|breve|corta|rapida) (llamada|reunion|charla|videollamada|demo)',
    '(tienes|tendrias|tiene|tendria) ** (minutos|hueco|momento|tiempo|disponibilidad|rato)',
    '(cuando|como|cual) (te|le|os|puedo|podria|podriamos|tienes) * (va|viene|llamar|hablar|llamo|mejor|bien)',
    '(te|le) (llamo|llamamos|puedo llamar|va bien|viene bien)',
    '(agendar|agendamos|programar|concertar) (una|un) * (llamada|reunion|cita|videollamada)',
    '(te|le) (apetece|gustaria|interesaria|interesa) * (un cafe|charlar|hablar|una llamada|reunir~|conocer~|que te)',
    // nl
    '(kort|korte|kennismakings|vrijblijvend) (gesprek|gesprekje|belletje|call|kennismaking|afspraak|demo)',
    '(kennismakingsgesprek|belafspraak)',
    '(heb|hebt|heeft) (je|jij|u) ** (minuten|tijd|kwartier|half uur|ruimte)',
    '(wanneer|zou|kan|kunnen) (kan|kunnen|ik|we) * (bellen|spreken|afspreken|langskomen)',
    '(schikt|past|komt) (het|jou|u) * [uit]',
    // it
    '(una|breve|veloce) (chiamata|call|telefonata|riunione|chiacchierata|demo|videochiamata)',
    "(ha|hai|avrebbe|avresti) ** (minuti|tempo|momento|mezz'ora|disponibilita)",
    '(quando|posso|potremmo|possiamo) * (chiamar~|sentir~|sentirci|incontrar~|incontrarci|disponibil~)',
    '(fissare|organizzare|prenotare) (una|un) * (call|chiamata|appuntamento|incontro|demo)',
  ],
  /** The "wrong person" gambit, or a referral. */
  'asks-for-referral': [
    '!(right|best|appropriate|correct) (person|contact|people|colleague|team)',
    `(point|steer|direct|connect|refer|forward|put|introduce) (me|us|this) (to|in|with|towards) * (person|
      someone|somebody|colleague|whoever|direction|contact|team|touch|who)`,
    `(who|whoever|someone who|somebody who|the person who) (handles|looks after|is in charge|is responsible|
      manages|owns|runs|deals|takes care|heads|leads|decides)`,
    '(in charge of|responsible for|looks after|decision maker|decision-maker)',
    '(refer|referral|put in a word|recommend me|put my name|refer me|referring me)',
    'do you know (anyone|anybody|someone|somebody|any|who)',
    `(anyone|anybody|someone|somebody) (you know|in your network|you would recommend|in your team|who might|
      who may|who could|who would|who is)`,
    '(richtige~|zustandige~) (ansprechpartner~|person|stelle|kolleg~)',
    '(wer|wen) * (zustandig|verantwortlich|ansprechpartner~)',
    '(bonne|bon) (personne|interlocuteur|contact|interlocutrice)',
    "(qui|quelle personne) * (s'occupe|responsable|charge|gere)",
    '(persona|contacto) (adecuad~|indicad~|correct~|responsable)',
    '(quien|quienes) * (encarga|responsable|lleva|gestiona)',
    '(juiste|verantwoordelijke) (persoon|contactpersoon|collega)',
    '(persona|referente) (giusta|corretta|piu adatta)',
  ],
  /** Pass it on to others (O14). */
  'asks-to-forward': [
    `!(forward|pass|share|send|circulate|spread|distribute) (this|it|my|the|on|these|that) ** (anyone|anybody|
      everyone|everybody|someone|somebody|those|friends|network|colleagues|contacts|people|team|whoever|others|
      pals|list|lists|groups|community|mates)`,
    '!(forward|pass|share|circulate) (this|it|them) (on|along|around|widely|far and wide)',
    `(forward|pass|share|send|circulate) (this|it|my) (email|e-mail|message|mail|cv|resume|profile|note|poster|
      link|post|invitation|opportunity|notice) ** [anyone|friends|network|colleagues]`,
    `!(please|kindly|do|could you|can you|would you|feel free to) (forward|share|circulate|pass|spread|repost|
      retweet|tell) ** (anyone|anybody|network|colleagues|friends|everyone|everybody|contacts|word|others|
      community|around|someone|somebody|your team|groups|list)`,
    '!spread the word',
    `!(anyone|anybody|someone|somebody|colleagues|friends|people) (you know |)who (might|may|could|
      would) be (interested|hiring|looking|able|suitable)`,
    '!(know|knows) (of |)(anyone|anybody|someone|somebody) (who|that|looking|interested|hiring|suitable|else|in need)',
    '(do|would|might) you [happen to] know (anyone|anybody|someone|somebody) [else|who|that|looking|suitable|in your]',
    `(if not you|if not|if this is not for you|not for you|not interested|otherwise) ** (know|anyone|someone|
      forward|share|pass|refer|recommend)`,
    '!(tell|refer|invite|bring) (a|your|one|two|three|some|all your) (friend|friends|colleague|colleagues)',
    `!(forward|pass|send) (it|this|them) [on] to (purchasing|procurement|your|whoever|the right|someone|somebody|
      her|him|marketing|sales|hr|finance|management|anyone|everyone)`,
    '!(leiten|weiterleiten|weitergeben) ** (konnten|wurden|mochten|stelle|kollegen)',
    '!(an die richtige stelle)',
    '!share (it|this) with (a|your|someone|somebody|anyone|those|people|friends|others|whoever|everyone)',
    `(with|to|among|across|in) your (network|contacts|followers|mailing list|address book|community|members|
      audience|circle|colleagues and friends)`,
    '!(pass|passing) (it|this) on',
    '!send (this|it) to (all|#|ten|five|twelve|everyone|everybody|your|as many)',
    '(repost|reshare|retweet)',
    `!(leiten|leite|weiterleiten|weiterzuleiten|weitergeben|weitersagen|verbreiten|weiterverbreiten) ** (weiter|
      interesse|kennen|interessiert|netzwerk|bekannte|kolleg~|freunde~|verteiler)`,
    '!(weiterleiten|weitersagen|weiterzuleiten|weiterempfehlen|weiterzugeben)',
    '(gerne|bitte|gern) [auch] (weiterleiten|weitergeben|teilen|verbreiten|weitersagen)',
    '(kennen|kennst) (sie|du) * (jemand~|wen)',
    '!(faire|faites|fais) (circuler|suivre|passer|tourner)',
    `!(transfer~|transmett~|partage~|diffuse~|relaye~) ** (entourage|reseau|collegues|contacts|amis|interesse~|
      autour|message|personnes|votre)`,
    '!(autour de (vous|toi))',
    "(connaissez|connais) * (vous|tu) * (quelqu'un|personne)",
    '!(reenv~|renviar|reenviad~) ** (contactos|amigos|personas|alguien|quien|todos|conocidos|interesad~)',
    `!(reenvia|reenviad|reenvie|reenvialo|reenviar|difunde|difundir|difundid|comparte|compartir|compartelo|
      pasalo|pasadlo)`,
    '(conoces|conoce|sabes) (de |)(a |)(alguien|algun~)',
    `!(stuur|deel|doorsturen|delen|door te sturen|verspreid~) ** (netwerk|collega~|vrienden|iemand|iedereen|
      interesse|door)`,
    '!(inoltra~|condivid~|gira~|diffond~) ** (contatti|amici|colleghi|qualcuno|chi|rete|interessat~|tutti)',
    '(conosc~) * qualcuno',
  ],
  'asks-for-money': [
    `(donate|donation|contribute|chip in|sponsor~|invest|investing|loan|lend me|wire|fee|deposit|crowdfund~|
      fundrais~|gofundme|subscribe for)`,
    `(registration|participation|publication|processing|joining|production|membership|listing|entry|
      handling) (fee|contribution|charge|cost)`,
    '(spende~|sponsor~|teilnahmegebuhr|beitrag)',
    "(faire un don|frais d'inscription|cotisation|participation financiere)",
    '(donar|donativo|donacion|cuota|aportacion)',
  ],
  /** CV, telephone, diploma, identity papers. */
  'asks-for-papers': [
    `(send|share|forward|provide|attach|email) (me |us |over |across |)(your|a|an|the|updated|latest) * (cv|
      resume|profile|curriculum|portfolio|details)`,
    '(updated|latest|current|recent|your) (cv|resume)',
    '(expected|current) (salary|rate|ctc|compensation|package)',
    '(notice period|visa status|work authori~|availability to interview|right to work)',
    '(ihren|deinen|aktuellen) (lebenslauf|cv)',
    '(votre|ton) (cv|curriculum)',
    '(tu|su) (cv|curriculum)',
    '(je|jouw|uw|actuele) cv',
    '(tuo|suo) (cv|curriculum)',
  ],
  /** A favour other than time: a review, feedback, a post, a signature, a vote, an advisory seat. */
  'asks-for-favour': [
    `(leave|write|post|give) (us|me|a|your) * (review|testimonial|feedback|rating|endorsement|recommendation|
      five-star)`,
    `(would|could|can) you (please |kindly |possibly |)(review|look at|have a look|take a look|check|read|sign|
      endorse|vote|promote|post|mention|link|feature|help|advise|mentor|sponsor|support|recommend|add|send|
      tell me|let me know|share|give|take part|fill in|complete|connect|introduce)`,
    `(be|become|act as) (my|our|a|an) (mentor|advisor|adviser|advocate|ambassador|speaker|guest|sponsor|partner|
      reviewer)`,
    '(advisory|board) (role|seat|board|position)',
    '(short|quick|brief|2-minute|two-minute|5-minute) (survey|questionnaire|form|poll)',
    '(take|fill in|fill out|complete) (our|this|the|a|my) * (survey|questionnaire|form|poll)',
    '(any|some) (advice|tips|guidance|pointers|feedback|suggestions) (would|you|on|for)',
    '(asking|ask) (for|you) (a |)(favour|favor|help)',
    '(favour|favor) to ask',
    '(konnten|konntest|wurden|wurdest) (sie|du) (bitte |)(mir|uns|vielleicht|)',
    '(pourriez|pourrais|pouvez|peux) (vous|tu)',
    '(podria~|puedes|puede) (usted |)(ayudar~|enviar~|decir~|echar~|revisar|mirar|darme|pasar~)',
    '(zou|kun|kunt) (je|u) (mij|me|ons|eens)',
    '(potresti|potrebbe|puoi|puo) (aiutar~|inviar~|dir~|dar~|mandar~)',
  ],
  /** "Are you interested?", "let me know", "reply YES": an answer is asked for. */
  'asks-for-answer': [
    'let me know [if|your|what|when|whether]',
    '!(shall|may|can|could|should) (i|we) (tell|send|show|share) (you|it|them) (more|how|over|across|the|a|some|)',
    '(looking forward|look forward) to (hear~|your|speak~|connect~|meet~|talk~)',
    '(reply|respond|answer) (to this|with|yes|stop|now|today|asap|by|back)',
    '(just|simply) (hit |)reply',
    '(are|would) you (be |)(interested|curious|keen|up for)',
    "(i'd|i would) (love|like|appreciate) * (hear|know|your)",
    '(awaiting|await) your (reply|response|answer|feedback)',
    '(freue|freuen) (mich|uns) * (auf|uber|von)',
    '(ruckmeldung|antwort) * (ware|freue~|wurde|bitte)',
    "(dans l'attente|j'attends|n'hesitez pas)",
    '(quedo|quedamos) (a la espera|a tu disposicion|a su disposicion|atent~|pendiente)',
    '(espero|esperamos) (tu|su) (respuesta|noticias|contestacion)',
    '(hoor|horen) (graag|ik)',
    '(in attesa|resto in attesa|rimango)',
  ],
} as const;
