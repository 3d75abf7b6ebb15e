/** Bringing people together (R8), offering to (R6), and requests to connect on a network (O12). */

export const INTRODUCING = {
  introduces: [
    `!(introduc~|intro|e-introduc~|make an intro|meet|putting you (two |both |guys |)in touch|put you (two |
      both |)in touch|connecting you|connect you (two|both|with)|looping in|loop in|looped in|copying in|
      copied in|copying|cc'ing|ccing|cc'd|ccd|in copy|on copy|in cc|on cc|adding ** to (this|the) (thread|chain|
      email)|bringing in|over to you (two|both)|i'll leave (you|it)|i will leave you|take it from here|
      you two (should|would|will|can|have|need)|the two of you|you both|get to know each other|i wanted you (two |
      )to meet|i'd like you (two |)to (meet|know)|you should (meet|know|talk|know each other)|wanted to introduce|
      both copied|handing you over|hand you over|meet each other|say hello to|be nice)`,
    `!(vorstell~|darf ich (vorstellen|bekannt)|bekannt machen|bekanntmachen|zusammenbringen|in kontakt bringen|
      in cc|in kopie|ich setze * (cc|kopie)|euch (beide|zwei|vernetzen|verbinden)|verknupfen|vernetzen|lernt euch)`,
    `!(je (vous|te) presente~|laissez-moi vous presenter|mettre en (relation|contact)|mets en (relation|contact)|mise en relation|
      en copie|je mets * en copie|faire connaissance|vous deux|je vous laisse)`,
    `!(te presento|presentarte|presentaros|os presento|les presento|poner~ en contacto|pongo en contacto|os pongo|en copia|
      pongo en copia|conoceros|conoceis|vosotros dos|ustedes dos)`,
    `!(stel * voor|voorstellen|in contact brengen|breng * in contact|in cc|zet * in cc|kennismaken|jullie (twee|
      beiden|elkaar))`,
    `!(presentarti|presentarvi|ti presento|vi presento|mettere in contatto|metto in contatto|in copia|metto in copia|
      fare conoscenza|voi due)`,
  ],
  'offers-introduction': [
    `!(happy|glad|delighted|love|like|pleased|willing) to (introduce|make an introduction|make an intro|connect|
      put you in touch|hook you up)`,
    `!((hook|set|link) you up (with|w)|(put|get) you (together|in front of)|pass you (on |)to)`,
    `!(can|could|may|shall|should|will|would|let me|i'll|i'd) [i|happily|gladly|also|easily|love to|like to|
      be happy to] (introduce|make an (intro|introduction)|put) (you|the two|us|an) **`,
    `!(you (should|must|need to|ought to|have to|would love to|really should) (meet|know|talk to|speak to)|
      someone you should (meet|know)|somebody you should (meet|know)|do you know|have you met|have (you |
      )come across|come across|make the introduction|introduction to|intro to|introduce you (two |both |)(to|
      over)|introduce you two)`,
    `!(kann|konnte|wurde|werde|darf|mochte|will) [ich] [gern|gerne] (sie|dich|euch|ihnen|dir) ** (vorstellen|
      bekannt machen|bekanntmachen|zusammenbringen|in kontakt bringen)`,
    '!(stelle|stellen|vermittle|vermitteln) * [den] kontakt',
    `!je (vous|te) (mets|mettrai) ** en (relation|contact) avec`,
    `!(je (peux|pourrais) (vous|te) (presenter|mettre en contact|mettre en relation)|connaissez-vous|connais-tu|
      connaissez vous|connais tu)`,
    '!((puedo|podria) (presentarte|presentarle|poner~)|te presento a|conoces a|deberias conocer)',
    '!(kan|zou) (ik |)(je|u) * (voorstellen|in contact)',
    '!((posso|potrei) (presentar~|metter~)|conosci)',
  ],
  /** The standing phrases of network notices. */
  'asks-to-connect': [
    `!(wants to connect|would like to connect|wants to be (your|friends)|wants to add you|add (me|you) (to|
      as) (my|your|their|a) ** (network|contact|connection|friend|professional network|contacts|list)|
      join my (network|professional|linkedin)|join (his|her|their|my) network|to your (professional |)network|
      connect with me|invitation to connect|(invite|invites) you to (connect|join)|invited you to|
      has invited you to|sent you (an invitation|a connection request|a friend request|a request|an invite)|
      connection request|friend request|(is|are|still) waiting for your (response|reply|answer)|
      pending invitation~|invitation~ (is|are) (waiting|pending|still)|accept (invitation|invite)|
      accept * (invitation|invite|request)|view (profile|invitation)|mutual (connection|connections|contact|
      contacts|friend|friends)|you have # (pending|new) (invitation~|request~)|let's connect|i'd like to (join|
      add|connect)|wants to (follow|join|network)|requested to connect|(would like|wants|wishes|asks|asked) to (add|link
      with|list|have) you as (a|an|their)|invited you to (their|his|her) **|wants you in (it|their))`,
    `!(mochte (sich|sie|dich) ** (vernetzen|netzwerk|kontakt~|hinzufugen|verbinden)|kontaktanfrage|
      vernetzungsanfrage|zu (ihrem|seinem|meinem) * (netzwerk|kontakten)|mochte (ihr|dein) kontakt|
      einladung zum vernetzen|hat sie eingeladen|hat dich eingeladen|einladung annehmen)`,
    `!(souhaite (rejoindre|se connecter|vous ajouter|faire partie|entrer en)|demande (de connexion|
      de mise en relation|de contact)|vous invite a (rejoindre|vous connecter)|ajouter a (mon|son|votre) reseau|
      rejoindre (mon|son|votre) reseau|accepter [l'] invitation)`,
    `!(quiere (conectar|contactar|anadirte|unirse)|solicitud de (conexion|contacto|amistad)|
      le gustaria (conectar|anadirte)|te ha invitado a|te invita a (unirte|conectar)|unirse a (mi|tu|su) red|
      aceptar invitacion)`,
    `!(wil (graag |)(contact|connect~|toevoegen|verbinden|je toevoegen)|connectieverzoek|contactverzoek|
      uitnodiging om te connecten|nodigt je uit|heeft je uitgenodigd)`,
    `!(vuole (collegarsi|connettersi|aggiungerti)|desidera (collegarsi|entrare)|richiesta di (collegamento|
      contatto|amicizia)|ti ha invitato|aggiungerti alla|accetta [l'] invito)`,
  ],
} as const;
