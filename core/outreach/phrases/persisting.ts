/** Asking again (O9), and the answers to a boundary: apology (B8), hostility (B7), an explanation (B1). */

export const PERSISTING = {
  /** A reminder of earlier mail that had no answer. */
  prods: [
    `!(just|quickly|only|simply|gently|) (checking|check|circling|circle|following|follow|touching|bumping|bump|
      nudging|nudge|pinging|ping|popping|resurfacing) (in|back|up|base|this|on this|you again|my|to the top)`,
    `!(checking in|circling back|following up|touching base|bumping this|bump this|nudging|gentle (reminder|
      nudge|follow-up|bump|ping)|friendly (reminder|nudge|follow-up)|quick (follow-up|reminder|nudge|bump)|
      second (reminder|attempt|email|message|try)|third (time|attempt|email|message|reminder|try|and)|
      fourth (time|attempt|email|message)|final (reminder|attempt|email|follow-up|note|try|call)|one (last|more|
      final) (time|try|attempt|email|nudge|message|note|reminder)|last (try|attempt|email|message|note|chance|
      nudge|time i|one from me|reminder|follow-up))`,
    `!(did|have|had) you (get|see|receive|read|had|have|seen|got|received|manage|managed|look|looked|think|
      thought) ** (my|the|this|a chance|time|last|previous|email|e-mail|message|note|deck|proposal|document|it|to|
      through|about)`,
    `!(i|we) (haven't|have not|still haven't|have still not|never|didn't|did not|not) (heard|received|got|get|
      gotten|had|hear) * (back|anything|reply|response|answer|from you|word)`,
    '!(no|without a|without any) (reply|response|answer|word) (from you|yet|so far|to my|back|received)',
    `!(my|our|the) (last|previous|earlier|first|other|recent|prior|original) (email|e-mail|emails|message|
      messages|note|letter|mail|mails|texts|invitation)`,
    `!(wrote|written|emailed|e-mailed|messaged|reached out|contacted you|asked|sent|mailed|called|rang|
      tried) ** (last week|last month|yesterday|a few (days|weeks|months) ago|earlier|before|twice|three times|
      several times|again|already|on (monday|tuesday|wednesday|thursday|friday))`,
    `!(still) (waiting|hoping|interested|keen|no (word|answer|reply)|haven't|not heard|wondering|there|need|
      relevant|on your radar)`,
    '!(any) (update|updates|news|thoughts|luck|word|progress|movement|feedback|joy|decision) ** ',
    '!(in case (you|this|it|my)) * (missed|got (buried|lost)|slipped|was (buried|lost)|ended|fell|overlooked)',
    '!(fell|fallen|slipped|slip|fall) through the (cracks|net)',
    '!(buried|lost|stuck|sitting|float~|resurfac~|bring~|push~|mov~) ** (inbox|to the top|spam|junk)',
    `!(i'll|i will|i'd|shall i|should i|going to) (close (your|the|this) file|stop (writing|emailing|bothering|
      reaching)|assume|take (it|this|your silence)|keep (trying|writing|asking)|try again|write again|ask again|
      follow-up again|stop here|leave you)`,
    `!(don't want to (be a pest|pester|bother|nag|hassle)|hate to (nag|pester|chase|bother)|sorry to (chase|nag|
      pester|keep|bother you again|hassle|be a pain)|not to (nag|pester)|chasing (you|this|up)|chase (you|this|
      up)|nag (you|again)|pestering|as i (mentioned|said|wrote) (in|before|last|earlier)|me again|it's me again|
      yet again|once (again|more)|as (promised|mentioned|discussed)|writing again|ask~ again|trying again|
      try~ (you |)(again|one))`,
    `!(have you (forgotten|decided|had)|did you (forget|decide|have)|where are you|are you there|you there|
      hello again|knock knock|radio silence|your silence|gone quiet|gone silent|ghost~|ignor~ (me|my)|answer me|
      you (never|have not|haven't|didn't) (answer|answered|reply|replied|respond|responded|write|written|got back|
      get back))`,
    '(re|regarding) my (last|previous|earlier) ',
    '(hope|hoping) (you|this|my) ** (saw|received|got|seen|finds you again)',
    '(when (will|can|are|do) (you|i|we) ** (answer|reply|respond|expect|hear))',
    // de
    `!(nachhaken|nachfragen|nachzufragen|nachgehakt|erinner~ (an|sie|dich|ihre)|kurze erinnerung|
      freundliche erinnerung|noch keine (antwort|ruckmeldung|reaktion|nachricht)|keine (antwort|
      ruckmeldung) (erhalten|bekommen)|leider (nichts|noch nichts|keine)|letzte~ (mail|email|nachricht|versuch|
      schreiben)|haben sie (meine|schon|inzwischen)|hast du (meine|schon|inzwischen)|noch einmal|nochmals|
      noch mal|nochmal|zum (zweiten|dritten|vierten|letzten) mal|erneut|wieder bei (ihnen|dir)|warte (noch|immer))`,
    // fr
    `!(je (me permets de |)(vous|te) relance~|relance~|petite relance|petit rappel|(sans|pas de|
      pas eu de) (reponse|retour|nouvelles)|mon (dernier|precedent) (mail|message|email|courriel)|avez-vous (eu|
      pu|recu|vu|lu)|as-tu (eu|pu|recu|vu|lu)|avez vous (eu|pu|recu|vu|lu)|as tu (eu|pu|recu|vu|lu)|
      je reviens vers (vous|toi)|pour la (deuxieme|troisieme|derniere) fois|derniere tentative|de nouveau|
      toujours (pas|sans|en attente)|j'attends toujours)`,
    // es
    `!(te escribo de nuevo|vuelvo a (escribir~|insistir|contactar~)|(pudiste|has podido|ha podido|
      tuviste ocasion|has tenido) ** (ver|leer|revisar|mirar|pensar|tiempo|ocasion)|recordatorio|(no|
      sin) (he recibido|recibi|he tenido|tener|tengo) (respuesta|noticias|contestacion)|sin respuesta|mi (correo|
      mensaje|email) anterior|mis (correos|mensajes)|ultimo intento|por (ultima|segunda|tercera) vez|
      sigo (esperando|a la espera|sin)|otra vez|de nuevo|insisto|alguna novedad|hay novedades)`,
    // nl
    `!(nog geen (reactie|antwoord)|herinnering|even (opvolgen|checken|navragen|polsen)|mijn (vorige|laatste|
      eerdere) (mail|bericht|e-mail)|heb je (al|nog|mijn)|heeft u (al|nog|mijn)|kom nog even terug|nogmaals|
      laatste poging|voor de (tweede|derde|laatste) keer|wacht nog)`,
    // it
    `!(ho (gia|ancora) scritto|non ho (ricevuto|avuto|ancora ricevuto) (risposta|riscontro|notizie|sue notizie|
      tue notizie)|sollecit~|promemoria|la mia (ultima|precedente) (mail|email)|hai (avuto|visto|letto|ricevuto)|
      ha (avuto modo|visto|letto|ricevuto)|riscrivo|di nuovo|ultimo tentativo|per l'ultima volta|attendo ancora|
      novita)`,
  ],
  /** The sender is sorry. */
  apologises: [
    `!(apologies|apologise|apologize|i apologi~|we apologi~|my apologies|sincere apologies|please accept|
      sorry (for|about|to have|that|if)|i'm sorry|i am sorry|we're sorry|we are sorry|so sorry|very sorry|
      really sorry|terribly sorry|my mistake|my bad|my fault|our mistake|our error|my error|mea culpa|i regret|
      forgive me|pardon me|didn't mean to|did not mean to|i overstepped|overstepped|was (rude|wrong|out of order|
      pushy|careless|thoughtless)|should not have|shouldn't have|embarrassed|i was too)`,
    `!(entschuldig~|verzeih~|tut (mir|uns) [sehr|wirklich|aufrichtig|furchtbar] leid|bitte um (entschuldigung|
      verzeihung|nachsicht)|bedauer~|unangenehm|mein fehler|unser fehler|versehen|peinlich)`,
    '!(desole~|excuse~|pardon|toutes (mes|nos) excuses|mes excuses|nos excuses|navre~|regrette~|confus)',
    `!(perdon~|disculp~|lo (siento|sentimos|lamento|lamentamos)|mis disculpas|pido (perdon|disculpas)|error mio|
      fallo mio)`,
    '!(sorry voor|excuses|mijn excuses|onze excuses|het spijt (me|ons|mij)|neem me niet kwalijk|vergissing)',
    `!(mi scus~|ci scus~|scusa~|scusi~|chiedo (scusa|venia)|chiediamo scusa|mi dispiace|ci dispiace|le mie scuse|
      errore mio)`,
  ],
  /** The sender says that it is over: removed, deleted, will not write again. */
  'confirms-stop': [
    `!(removed|deleted|taken|took|struck|unsubscribed|erased|cleared|scrubbed|crossed|opted|suppressed|blocked|
      blacklisted|purged|wiped) (you|your|him|her|from|off|out|myself|both|it) ** [address|details|list|lists|
      database|mailing|everything|name|contact|email|record|records|file|system|contacts]`,
    `!(you|your (address|email|name|details|record|data|contact)) (have|has|are|is|were|was|will) [now|all|also|
      been|be|already] * (removed|deleted|taken off|off|unsubscribed|erased|gone|struck|blocked|suppressed|
      crossed)`,
    `!(won't|will not|not going to|never|no longer|nobody will|no one will|shall not) (be |) * (contact|write|
      email|e-mail|bother|hear|mail|receive|disturb|message|trouble|reach|chase|follow up|get any|get another|
      send|pester|happen)`,
    "!(you|won't|will not|wont) * (hear) (from|any) (me|us|more)",
    `!(do not contact|do-not-contact|dnc|suppression list|no further (emails|contact|messages|mail)|off (the|our|
      my|all) (list|lists|mailing|books)|last (email|e-mail|message|mail|time) (you|from) * (me|us|get|receive|
      hear)|leave you (alone|in peace)|respect your (wish|wishes|decision|request|privacy)|consider it done|
      all done|it is done|that's done|i will stop|i'll stop|taken you off|take you off|promise * (not|last|never|
      stop))`,
    `!(gesperrt|geloscht|gestrichen|entfernt|ausgetragen|abgemeldet|von (unserer|meiner|der|allen) (liste|
      verteiler)|aus (unserem|meinem|dem|allen|unserer|der) (verteiler|liste|listen|datenbank|adressbuch)) **`,
    `!(nichts mehr von (uns|mir)|keine (weiteren |)(mails|e-mails|nachrichten|anfragen) mehr|nicht (mehr|
      wieder) (anschreiben|kontaktieren|schreiben|belastigen|behelligen|vorkommen)|kommt nicht (wieder|mehr) vor)`,
    `!(supprime~|retire~|desinscrit~|efface~|radie~|desabonne~) ** (liste|adresse|base|fichier|coordonnees|
      contacts|listes)`,
    `!(ne (recevrez|vous|te|serez) ** (plus)|plus (aucun|de) (message|mail|courriel|nouvelles)|ne (vous|t'|
      te) * (ecrirai|ecrirons|contacterai|importunerai|derangerai) plus|n'entendrez plus)`,
    `!(dado de baja|eliminad~|borrad~|he (borrado|eliminado|quitado)|hemos (borrado|eliminado|quitado)|
      dada de baja|fuera de la lista) **`,
    '!(no (volvere|volveremos|recibira~|te molestar~|le molestar~|volvera|volveras|te escribir~|le escribir~) ** )',
    `!(verwijderd|uitgeschreven|gewist|afgemeld|van (de|onze|mijn) (lijst|mailinglijst)|niet meer (benader~|
      mailen|contact|lastig|storen|schrijven))`,
    `!(rimoss~|cancellat~|eliminat~|disiscritt~|tolto dalla lista|non (la|ti) (contatter~|disturber~|scriver~)|
      non riceverai|non ricevera)`,
  ],
  /** Anger, scorn, a lecture or a demand in answer to a boundary. */
  hostile: [
    `!(how dare you|how rude|so rude|rude|unprofessional|arrogant|arrogance|self-important|(so|how|are|you're|feel|too) entitled|pathetic|
      ridiculous|childish|petty|snob~|stuck up|stuck-up|high horse|ungrateful|ignorant|idiot~|stupid|moron|jerk|
      bitch|loser|clown|insult~|offensive|offended|offending|disgusting|disgraceful|shame on you|shameful|nasty|
      hostile|paranoid|hysterical|prima donna|diva|get over yourself|grow up|get a life|go to hell|screw you|
      piss off|fuck~|bullshit|wtf|waste of (my |)time|wasting my time|wasted my time|who do you think you are|
      think you're (so |too |)|too good for|too (important|grand|busy|proud) (for|to)|don't flatter yourself|
      what is wrong with you|what's wrong with you|your loss|you'll regret|you will regret|big mistake|
      nobody asked)`,
    `!(people like you|someone like you|your (attitude|tone|mindset|manners|ego|kind of|problem|rudeness|
      arrogance|loss)|with (that|this) (attitude|mindset|tone)|this (attitude|kind of attitude|is exactly why|
      is why)|no wonder|this is the problem with|typical (of|response)|unbelievable|are you (serious|kidding|
      joking)|oh please|nice (attitude|manners)|good luck (with|to you|finding|getting)|have fun with|
      keep (hiding|dreaming)|remember this|i'll remember|i will remember|won't forget|will not forget|
      word gets around|small world|small industry|everyone will|tell (everyone|everybody|people|my readers|
      my followers|your boss|your manager|your employer|hr)|i know (everyone|every|people|your)|report you|
      my lawyer|my solicitor|legal action|see you in court|sue you|name and shame|screenshot~|posting this|
      post this|make sure (that |)(everyone|people|you))`,
    `!(i was (only|just|merely|simply) (trying|being|offering|asking)|i (only|just|merely) (asked|wanted|tried|
      offered)|i did you a (favour|favor|courtesy)|i don't (need|have) to (justify|explain|ask)|i (deserve|demand|
      expect|insist|require|am owed|i'm owed) (an|a|at least|better|that|you|the|your|to|more|this|some)|
      you owe (me|us)|the least you (can|could)|common (courtesy|decency)|basic (courtesy|manners|decency)|
      you (could|should|might) (at least|have at least|be grateful|be ashamed|be thankful|have the)|you people|
      your email is public|is public|publicly available|public domain|perfectly legal|not illegal|it's not spam|
      is not spam|this isn't spam|not spamming|it is my right|free country|delete key|just delete|just ignore|
      closed mind|close-minded|closed-minded|narrow-minded|you will forgive|permit me to|i pity|
      feel sorry for you|sad person|how sad|lonely|bless you but|for your information|let me tell you|
      let me be clear|i have never been so|never been so|in all my years|in my (#|long|many|entire))`,
    `?(wow|seriously|really|excuse me|charming|damn|crap|bloody|precious|bitter|enjoy your|learn to|fyi|hun|
      sweetheart|buddy|noted|interesting that|how interesting|funny that|fine|whatever|suit yourself|so much for)`,
    `!(unverschamt~|frechheit|arrogan~|unhoflich~|unprofessionell~|lacherlich~|beleidig~|was bilden sie sich|
      was fallt ihnen|eine zumutung|unmoglich~|kindisch|schamen sie sich|schade um|dann eben nicht|selbst schuld|
      sie werden (es|das|noch) (bereuen|sehen)|das werde ich mir merken|anwalt|rechtliche schritte|ich wollte nur|
      man wird doch noch|zeitverschwendung|eingebildet~|undankbar~)`,
    `!(honte|scandaleux|impoli~|grossier~|arrogan~|ridicule~|inadmissible|insult~|perte de temps|
      vous devriez (avoir honte|etre)|pour qui vous prenez|tant pis pour|je voulais (juste|seulement|simplement)|
      mon avocat|vous [le] regretterez|quel (culot|toupet|manque)|mepris~|hautain~|ingrat~)`,
    `!(maleducad~|verguenza|grosser~|arrogan~|ridicul~|que te has creido|quien te crees|perdida de tiempo|
      insult~|solo queria|te arrepentir~|mi abogado|desagradecid~|prepotente|soberbi~|que poca|
      falta de (educacion|respeto)|increible)`,
    `!(onbeschoft~|brutaal|arrogant~|belachelijk|schandalig|schaam je|tijdverspilling|wie denk je|mijn advocaat|
      ondankbaar|onprofessioneel)`,
    `!(maleducat~|vergogn~|arrogan~|ridicol~|chi ti credi|chi si crede|perdita di tempo|insult~|volevo solo|
      se ne pentira|te ne pentirai|avvocato|ingrat~)`,
  ],
  /** How the two are connected, told with how, when or where. */
  'explains-tie': [
    `!(we|i|you) (met|spoke|talked|chatted|sat|shared|worked|studied|danced|played|stood|queued|argued|drove|
      walked) ** (at|in|on|during|after|together|next to|beside|with|about|when|by|last|the|across|behind)`,
    `!(we|you) (were|had|saw|gave|lent|helped|asked|said|told|taught|introduced) ** (at|in|on|during|after|
      together|next to|beside|with|when|me|last|behind|us)`,
    '!(i) (was|were) (at|there|your|in (the|your|row|that)|on (the|your)|sitting|standing|behind|next|one of)',
    '!(i) (had|gave|lent|saw|asked|told|taught|helped|introduced) (you|your) ** ',
    `!(met|spoke|talked|chatted|bumped into|sat next to|shared|worked together|worked with you|studied|were at|
      was at|was in|classmate~|colleague~|neighbour~|neighbor~|roommate~|flatmate~|course-mate~) ** (at|in|on|
      during|after|back in|from|last|together|same)`,
    "!(i'm|i am|it's|this is|i was) (the|your|that) ** (who|from|with|next|that|whose)",
    `!(i|who) [now] (joined|took over|inherited|sit at|started at|work in|moved into|replaced|
      succeeded|looked after|live (next|above|below|opposite|at number|across)) ** (team|desk|from|at|your|
      old|place|door|street|road|you)`,
    `!(gave me your|passed me your|passed (on |)your|got your (address|name|email|number|details|contact) from|
      gave (me |)your (name|address|email|number)|put us in touch|introduced us|is my|was my|my (cousin|sister|
      brother|husband|wife|partner|boss|manager|neighbour|neighbor|mother|father|aunt|uncle|colleague|flatmate|
      friend|mentor|tutor|supervisor))`,
    '(in|since|back in|autumn|spring|summer|winter|class of|year) ####',
    "(we (don't|do not|haven't|have not) (know|met)|you don't know me|we have not met)",
    '(remember|recall) (me|when|that|the|we|our)',
    `!(wir (haben|waren|sassen|standen|sind|kennen) ** (getroffen|gesprochen|gesehen|unterhalten|begegnet|
      kennengelernt|zusammen|in|bei|auf|beim|neben|aus)|kennengelernt|getroffen|begegnet|sie (erzahlten|sagten|
      gaben|hielten|halfen)|du (hast|warst)|ich (bin|war) (der|die|damals|bei|ein|eine)|woher wir uns kennen|
      hat mir (ihre|deine) (adresse|mail|nummer)|ihre adresse habe ich von)`,
    `!(nous (nous sommes|avons|etions) ** (rencontr~|croise~|parle~|discute~|travaille~|ensemble|assis|au|a|lors|
      pendant)|on s'est (rencontr~|croise~|vu|parle)|je suis (le|la|l'|celui|celle|un|une) ** (de|qui|du)|
      vous (m'avez|aviez|etiez)|tu (m'as|avais|etais)|m'a (donne|transmis) (votre|ton|vos))`,
    `!(nos (conocimos|vimos|encontramos|presentaron|sentamos|cruzamos) ** |coincidimos|soy (el|la|un|una) ** (de|
      que|del)|trabajamos juntos|estudiamos juntos|me (dio|paso|ha dado|ha pasado) tu|me dijiste|me dijo|
      estuvimos|te conoci)`,
    `!(we (hebben elkaar|spraken|zaten|waren|ontmoetten|werkten) ** |ik ben (de|die|het) ** |kennen elkaar (van|
      uit)|gaf mij je|heeft mij je)`,
    `!(ci siamo (conosciut~|incontrat~|vist~|parlat~|sentit~) ** |sono (il|la|quello|quella) ** (di|che|del)|
      abbiamo (lavorato|studiato|parlato)|mi ha dato (il tuo|la tua|il suo)|eravamo)`,
  ],
  /** Writes as if there had been contact: a call, a talk, an old friendship. */
  'claims-contact': [
    `!(great|good|nice|lovely|pleasure|fantastic|wonderful) (to |)(speaking|talking|chatting|meeting|connecting|
      catching up|reconnect|speak|meet|chat|see|seeing|talk|connect) ** (you|with|on|last|again|today|yesterday)`,
    '!(as|like) (discussed|agreed|promised|mentioned|we (discussed|agreed|said|spoke))',
    `!(our|the) (call|conversation|chat|meeting|discussion|talk|catch-up|exchange) (on|last|yesterday|the other|
      this|earlier|today|about|at|of|from)`,
    `!(long time [no see|no speak]|been a (while|minute|long time|long|few years)|it's been (a|too|ages|so|years|
      forever)|reconnect~|back in touch|catch up (properly|soon|again)|remember me|you (may|might|will|'ll|
      probably) (remember|recall) me|picking up where we|pick up where we|since we last (spoke|met|talked)|
      when we last (spoke|met)|we (met|spoke|chatted|talked) (at|in|last|on|briefly|a))`,
    `(unser gesprach|unseres gesprachs|wie besprochen|wie vereinbart|wie angekundigt|lange nichts (mehr |
      )(gehort|gesehen)|schon sie kennenzulernen)`,
    `(suite a notre|notre (conversation|echange|appel|rencontre|discussion)|comme convenu|comme promis|
      ca fait longtemps|ravi~ d'avoir)`,
    `(tal como (hablamos|acordamos|quedamos)|como (hablamos|quedamos|comentamos)|nuestra (conversacion|llamada|
      reunion|charla)|cuanto tiempo|un placer (hablar|conocerte))`,
    '(zoals (besproken|afgesproken|beloofd)|ons gesprek|leuk je (te spreken|gesproken|ontmoet)|lang niet gezien)',
    `(come (concordato|d'accordo|promesso|da accordi)|la nostra (conversazione|chiamata|telefonata|
      chiacchierata)|quanto tempo|e stato un piacere)`,
  ],
} as const;
