/** Cold sales and networking: products, services, claims, and who is behind them. */

export const SELLING = {
  /** What is on offer, in the words of vendors. */
  sells: [
    `!(bring|win|get|find|earn|save|send) you [more|new|extra] (orders|customers|clients|business|leads|work|bookings|sales|patients|guests|
      readers|donors|members|hours|money)`,
    "!(we have|we've|i have|i've) (done|built|made) (it|this|the same|that) for (others|other|firms|people|shops|several|many|dozens)",
    `!(we|i) (help|enable|empower|assist|support) ** (companies|businesses|teams|firms|organi~|leaders|founders|
      brands|startups|clients|people like you|customers|professionals|agencies|utilities|retailers|engineers|
      developers|smes|owners)`,
    `!(teams|companies|businesses|leaders|people|firms|organi~|engineers|founders|clients) (like|such as) (you|
      yours|your|the ones)`,
    `(our|the) (platform|solution|solutions|software|product|tool|tools|app|service|services|technology|agency|
      team of experts|offering|ai|framework|programme|program|course|package|packages)`,
    `!(cut|reduce|reduced|save|saved|slash|increase|increased|boost|boosted|grow|grew|double|doubled|improve|
      improved|lower|lowered|accelerate) ** (by |up to |of |)(#|half|percent|per cent|times|hours|costs|revenue|
      spend|sales|pipeline|productivity|bookings|traffic|conversion)`,
    '(#x|# times|ten times|three times|twice) (more|faster|your|better|roi|growth|cheaper|higher)',
    `(roi|return on investment|case study|case studies|white-paper|whitepaper|free trial|free audit|
      free consultation|no obligation|no-obligation|free quote|proof of concept|pilot project|money back|
      no strings)`,
    '(book|see|schedule|watch|request|get|show you) (a|our|the|an) * (demo|walkthrough|preview|tour|webinar)',
    `(lead gen~|lead generation|qualified leads|new leads|more leads|more clients|new customers|more customers|
      sales pipeline|cold outreach|outbound|prospects|prospecting)`,
    `!(seo|search ranking|search rankings|first page of google|page one of google|top of google|google ranking~|
      organic traffic|backlink~|link building|do-follow|dofollow|guest post~|sponsored post~|domain authority|
      link insertion|paid post)`,
    `(web design|website design|web development|app development|mobile app~|website redesign|redesign your|
      digital marketing|social media marketing|ppc|google ads|email marketing)`,
    `(outsourc~|offshore|nearshore|dedicated developers|dedicated team|staff augmentation|virtual assistant~|
      white label)`,
    '(your (website|site|web site|homepage|blog|online presence|business|company|brand|store|shop))',
    `(pricing|price list|discount|special offer|limited offer|quotation|quote for|best price|affordable|
      competitive prices|competitive rates|cost-effective|lowest price)`,
    `(attendee~ list|attendees list|attendee list|mailing list of|contact list of|email list of|b2b data|
      verified contacts|verified emails|database of|list of decision)`,
    `(invest~|funding|term sheet|our round|seed round|series a|allocation|cap table|equity|crypto|forex|trading|
      real estate|passive income|dividend|returns of|token|nft~|bitcoin)`,
    `(insurance|mortgage|pension~|savings plan|tax relief|life cover|remortgage|wealth management|
      financial planning|financial advice)`,
    '(factory|manufacturer of|supplier of|wholesale|minimum order|moq|our catalogue|our catalog|our products|oem)',
    `(speaking opportunity|speaker bureau|speakers bureau|speaker slot|be a guest|podcast guest|our podcast|
      guest on|our listeners|feature you|featured in|nominated|nomination|award~|who's who|call for papers|
      submit your (paper|manuscript|article)|our journal|editorial board|keynote speaker|honored|
      honoured to invite)`,
    `(coaching|coach|mastermind|masterclass|accelerator|bootcamp|certification course|training course~|
      workshop for|retreat|mentoring programme)`,
    `(partnership|partner with|collaborat~|collab|synerg~|joint venture|mutual benefit|mutually beneficial|
      win-win|referral fee|commission|affiliate)`,
    '(market research|expert network|paid consultation|paid call|honorarium|expert call~|consultation call)',
    `(pain point~|challenges (you|your)|struggling with|struggle with|bottleneck~|headache~|best practices|
      cutting edge|cutting-edge|state of the art|game changer|game-changer|next level|seamless~|turnkey|
      end-to-end|scal~ your|streamline|leverage|unlock|supercharge|transform~ your|future-proof|holistic|
      ai-powered|ai powered|ai-driven)`,
    `(trusted by|used by|customers include|clients include|worked with brands|fortune 500|leading companies|
      over # (clients|customers|companies|users)|# (clients|customers|companies|businesses))`,
    '(saw|noticed|see|read|heard|understand) (that |)(you|your (company|team|firm|website|site|post|profile|recent))',
    `(reaching out|reach out|writing to you|contacting you|getting in touch) (because|as|to|about|regarding|from|
      on behalf)`,
    '(cold (email|e-mail|mail|message|outreach))',
    `(i know|i realise|i realize|i understand) (you're|you are|you must be|your time) * (busy|valuable|swamped|
      precious)`,
    '(grow your (business|network|revenue|brand|audience|team))',
    `(network~ (event|opportunit~|group|breakfast|lunch)|business breakfast|business network|expand my network|
      grow my network|your network is)`,
    // de
    `(wir|ich) (unterstutz~|helfe~|beraten|begleiten|bieten|entwickeln|optimier~) ** (unternehmen|firmen|
      betriebe~|kunden|teams|selbststandig~|mittelstand|dabei|ihnen|sie)`,
    `(neukunden|kundengewinnung|leadgenerierung|qualifizierte anfragen|mehr umsatz|umsatz steigern|kosten senken|
      kosten sparen|unverbindlich~|kostenfrei~|kostenlos~ (analyse|beratung|erstgesprach|test)|
      suchmaschinenoptimierung|webseite|ihrer website|ihre website|angebot fur sie|losung~ fur|unsere losung|
      unsere software|unser produkt|maßgeschneidert~|massgeschneidert~|zusammenarbeit|kooperation|partnerschaft)`,
    `(stellen sie sich vor|ihr unternehmen|ihrem unternehmen|ihre firma|vertrieb~|akquise|einsparpotenzial|
      wettbewerbsvorteil)`,
    // fr
    '(nous (aidons|accompagnons|proposons|developpons|sommes specialises)) ** ',
    `(votre (site|entreprise|societe|activite|chiffre d'affaires|visibilite|referencement)|sans engagement|
      offre speciale|devis|nos services|notre solution|notre plateforme|nos solutions|prospection|partenariat|
      collaboration|augmente~ (vos|votre)|reduire (vos|votre))`,
    // es
    `(ayudamos a|ofrecemos|nos especializamos|somos una (empresa|agencia|consultora)|nuestra (plataforma|
      solucion|agencia|empresa)|nuestros servicios|nuestras soluciones)`,
    `(tu (web|empresa|negocio|pagina|sitio)|su (web|empresa|negocio|pagina|sitio)|posicionamiento|primera pagina|
      sin compromiso|presupuesto|mas clientes|nuevos clientes|aumentar (tus|sus)|reducir (tus|sus)|colaboracion|
      descuento|oferta especial)`,
    // nl
    `(wij helpen|we helpen|wij bieden|ons platform|onze oplossing|onze diensten|vrijblijvend~|uw bedrijf|
      jouw bedrijf|je website|uw website|meer klanten|nieuwe klanten|samenwerking|offerte|korting)`,
    // it
    `(aiutiamo le|offriamo|la nostra (piattaforma|soluzione|azienda|agenzia)|i nostri servizi|il vostro sito|
      la vostra azienda|il tuo sito|la tua azienda|senza impegno|preventivo|nuovi clienti|collaborazione|
      partnership|sconto)`,
  ],
  /** Who writes: "I'm X from Y", "I run Y", a job title of sales in the sign-off. */
  'introduces-company': [
    `(my name is|this is|i'm|i am) ** (from|with|at|of|ceo|founder|co-founder|cofounder|director|manager|head|
      representative|partner|associate|consultant|executive|specialist|coordinator|account|business development)`,
    `(i|we) (run|founded|co-founded|own|started|lead|manage|represent|work for|work with|work at|launched) (a|an|
      the|our|my)`,
    '(founder|co-founder|cofounder|ceo|managing director|managing partner|director|owner|president) (of|at)',
    `(we're|we are) (a|an|the) * (company|agency|startup|start-up|firm|team|platform|provider|consultancy|studio|
      marketplace|publisher|network|community)`,
    '(ich bin|mein name ist) ** (von|bei|der|geschaftsfuhrer~|grunder~|inhaber~|vertrieb~)',
    "(je suis|je m'appelle) ** (de|chez|fondat~|directeur|directrice|responsable|consultant~|commercial~)",
    '(soy|me llamo|mi nombre es) ** (de|fundador~|director~|responsable|consultor~|ceo|comercial)',
    '(ik ben|mijn naam is) ** (van|bij|oprichter|directeur|accountmanager)',
    '(sono|mi chiamo) ** (di|della|fondat~|responsabile|consulente|titolare)',
  ],
  'sales-title': [
    `!(sdr|bdr|account executive|account manager|account development|business development|sales development|
      sales director|sales manager|sales executive|vp sales|vp of sales|head of sales|head of growth|demand gen~|
      partnerships manager|growth partner|growth lead|growth hacker|revenue officer|cro|sales representative|
      sales consultant|client partner|customer acquisition|inside sales|regional vp|business development manager|
      sales|commercial director|partner manager|outreach (manager|specialist)|seo (expert|consultant|specialist|
      executive)|digital marketing (manager|executive|consultant))`,
    `(growth|partnerships|ventures|consulting|coaching|coach|consultant|strategist|evangelist|fractional|
      keynote speaker|author of|speaker & author|life coach|executive coach)`,
    '(vertriebsleit~|vertrieb|key account|geschaftsentwicklung|vertriebsmitarbeiter~|kundenberater~)',
    "(commercial~|responsable commercial~|directeur commercial|charge d'affaires|business developer)",
    '(comercial|responsable comercial|director comercial|desarrollo de negocio|ejecutiv~ de ventas|asesor~ comercial)',
    '(commercieel|accountmanager|verkoop)',
    '(commerciale|responsabile vendite)',
  ],
  /** The sender owns up to being unknown. */
  'admits-stranger': [
    "(you|you) (don't|do not|won't|will not) know (me|who i am)",
    "(we) (haven't|have not|have never|never|don't|do not) (met|spoken|know each other|been introduced)",
    `(out of the blue|unsolicited|cold email|cold message|random (email|message|note|question)|
      apologies for the (cold|intrusion|unsolicited|random)|sorry for the (cold|random|intrusion|unsolicited)|
      hope you don't mind (me|my)|forgive (the|my) (intrusion|cold|unsolicited))`,
    `(came across|stumbled (upon|across|on)|found|saw|got) (your (name|email|e-mail|address|profile|contact|
      details|website|site|work|page|company|article|blog|post|talk|linkedin))`,
    `(sie kennen mich [noch] nicht|wir kennen uns [noch] nicht|unaufgefordert|bin auf (ihr~|dein~) ** (gestossen|
      aufmerksam))`,
    '(vous ne me connaissez pas|nous ne nous connaissons pas|je me permets de vous (contacter|ecrire)|suis tombe~ sur)',
    '(no me conoces|no nos conocemos|no me conoce|he (visto|encontrado) (tu|su) (perfil|web|pagina|correo))',
    '(je kent me niet|u kent mij niet|we kennen elkaar niet|kwam (je|uw|jouw) ** tegen)',
    `(non mi conosci|non ci conosciamo|non mi conosce|mi permetto di (scriver~|contattar~)|ho (visto|
      trovato) (il tuo|il suo|il vostro))`,
  ],
} as const;
