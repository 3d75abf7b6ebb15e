/** Jobs offered (O5) and jobs asked for (O1). */

export const WORK = {
  /** A job is offered: words that only somebody who fills posts writes. */
  recruits: [
    `!(my|our|a|their|the) (client|clients|mandate) * (is|are|,|looking|seeking|has|have|needs|need|based|wants|
      want|hiring|in|requires|asked)`,
    `!(on behalf of|retained by|partnering with|working with|partnered with) (a|my|our|one of) * (client|clients|
      company|bank|startup|start-up|scale-up|firm|organisation|organization)`,
    `!(we're|we are|i'm|i am|is|are|they're|they are|currently|actively) (hiring|recruiting|looking to hire|
      looking for a|looking for an|seeking a|seeking an|searching for a|staffing)`,
    `!(role|position|opening|vacancy|job|opportunity|requirement|assignment) (is|as|for|of|at|with|in) (a|an|the|
      based|located|fully|senior|lead|head|principal|staff|my|our)`,
    `!(job|role|position|vacancy|career|contract|employment|permanent|interim) (opportunity|opportunities|
      opening|openings|description|spec|specification|requirement|requirements|offer|alert|match)`,
    `!(open|advertised|suitable|relevant|upcoming|permanent|several|number of|two|three|these) (role|roles|position|
      positions|vacancies|openings|posts|vacancy)`,
    `!(hiring|recruiting|recruit|staffing|wanted|sought|vacancy for|opening for|position for|post for|need a|
      needs a|needing a|cover for|searching for|seeks a|fill (a|the|this|our)) ** (nurse~|doctor~|gp|gps|locum~|
      surgeon~|vet|vets|midwi~|pharmacist~|dentist~|carer~|teacher~|tutor~|lecturer~|professor~|postdoc~|chef~|cook~|
      waiter~|barista~|driver~|welder~|electrician~|plumber~|joiner~|carpenter~|bricklayer~|mechanic~|fitter~|
      machinist~|engineer~|developer~|architect~|surveyor~|lawyer~|solicitor~|counsel|associate~|accountant~|
      bookkeeper~|controller~|auditor~|analyst~|consultant~|manager~|director~|deputy|headteacher~|principal|
      secretar~|assistant~|editor~|journalist~|translator~|designer~|illustrator~|photographer~|musician~|
      cellist~|violinist~|singer~|actor~|dancer~|curator~|conservator~|librarian~|archivist~|scientist~|
      technician~|geologist~|pilot~|captain~|sailor~|farm manager|gardener~|grower~|shepherd~|forester~|trustee~|
      non-executive|board member~|leader~|crew)`,
    `!(nurses|doctors|drivers|welders|pilots|teachers|chefs|engineers|developers|geologists|midwives|carers|
      electricians|mechanics|pharmacists) (wanted|needed|required|sought)`,
    '!(your|an updated) (cv|resume) (on|from|in) * (board|database|portal|file|site)',
    `!(start (asap|immediately|in january|next month)|tax[- ]free salary|accommodation provided|flights paid|
      digs paid|visa sponsorship|closing date|audition~|shortlisting)`,
    `(exciting|new|great|amazing|fantastic|excellent|unique|confidential|immediate|urgent|urgently|direct|
      hot) (role|position|opening|opportunity|opportunities|job|vacancy|requirement|requirements|need|req|reqs|
      mandate|search)`,
    `!(your|my) (profile|background|experience|skills|skill set|cv|resume) * (match~|fit~|caught|stood|is|looks|
      look|came|seems|would|are|aligns|ticks|was|for|resonat~|popped|crossed|impressed)`,
    '(perfect|great|strong|ideal|good|excellent|brilliant|natural|superb|right) (fit|match|candidate)',
    `!(open|interested|looking|considering|consider|entertain~|hear) (to|in|for|about|) * (new|other|a) (role|
      roles|opportunity|opportunities|position|job|move|challenge|position|opening|chapter)`,
    `(day rate|base salary|salary|compensation|equity|benefits|bonus|per annum|p.a|pa|k base|ote|package|ctc|
      sign-on|stock options|rsu~|hourly rate)`,
    `!(hybrid|remote|on-site|onsite|in-office|office) * (days|role|position|week|first|possible|per week|working|
      model|london|ok)`,
    `!(relocation) (package|assistance|support|covered|paid|offered|required|available|provided|help|budget|
      possible|bonus)`,
    `(talent (acquisition|partner|sourcer|team|manager|pool|specialist|consultant|advisor)|recruiter|recruitment|
      recruiting|headhunt~|executive search|staffing|talent scout|sourcer|sourcing specialist|search consultant|
      search firm|people partner|human resources|hr department|hiring manager|resourcer|researcher at)`,
    `!(job seeker|jobseeker|dear candidate|dear applicant|passive candidate|shortlist|short-list|shortlisted|
      candidates)`,
    `!(apply (now|today|here|in one|online|before|via)|quick apply|easy apply|one-click apply|
      submit your (application|cv|resume)|c2c|corp to corp|corp-to-corp|w2|1099|day 1 onsite|contract-to-hire|
      contract to hire|direct hire|full-time position|full time position|immediate start|immediate joiner~|
      start date|months contract|month contract|# months (contract|initial|rolling|fixed|minimum|duration)|initial # months|
      duration # months|inside ir35|outside ir35|ir35)`,
    `(must have|must-have|nice to have|nice-to-have|required skills|key skills|responsibilities|requirements|
      qualifications|years of experience|# years|tech stack|reporting to the|you will be responsible)`,
    '(matches|matched|jobs|roles|job) (for you|matching your|based on your|near you|you may|you might|in your area)',
    `(your next (role|move|step|challenge|job|career)|career move|next career|career change|career step|
      passively looking|actively looking|on the market|job market)`,
    `(interview|interviews|first stage|submit~ (you|your)|put you forward|present your profile|represent you|
      referral bonus)`,
    // de
    `!(im auftrag|unser mandant|mein mandant|mein kunde|unser kunde|fur (unseren|einen|meinen) (mandanten|kunden|
      klienten)|vakanz|stellenangebot|stellenausschreibung|festanstellung|unbefristet~|
      berufliche~ (herausforderung|veranderung|neuorientierung)|neue~ (herausforderung|position|stelle)|
      wechselbereit~|wechselwillig~|personalberat~|personalvermittl~|headhunter~|jobangebot|direktansprache|
      freiberuflich~ projekt|projektanfrage)`,
    '(position|stelle|rolle) (als|bei|in|im|ist|zu besetzen)',
    '(ihr|dein|ihrem|deinem|ihres) (profil|werdegang|lebenslauf|erfahrung)',
    `(suche|suchen) * (eine~|einen) * (m/w/d|w/m/d|entwickler~|ingenieur~|leiter~|manager~|architekt~|berater~|
      spezialist~|fachkraft|verstarkung|experte~|expertin)`,
    `(gehalt|jahresgehalt|gehaltsrahmen|homeoffice|home-office|remote-anteil|stundensatz|tagessatz|umzug|
      firmenwagen|dienstwagen|m w d|w m d)`,
    // fr
    `!(mon client|notre client|mes clients|cabinet de recrutement|chasseur~ de tete~|poste (de|a|en|base)|cdi|
      cdd|freelance a|opportunite (de|professionnelle|de carriere|de poste)|je recrute|nous recrutons|
      recherche (un|une) * (developp~|ingenieur~|responsable|chef|directeur|consultant~|architecte|data|lead|
      profil)|votre (profil|parcours)|ton (profil|parcours)|a l'ecoute (du marche|d'opportunite~)|remuneration|
      teletravail|tjm|fiche de poste|salaire)`,
    // es
    `!(mi cliente|nuestro cliente|para cliente|cliente final|oferta de (trabajo|empleo)|vacante|
      oportunidad (laboral|profesional)|proceso de seleccion|seleccion de personal|buscamos|busco) **`,
    `(tu (perfil|experiencia|trayectoria)|su (perfil|experiencia)|perfil encaja|contrato indefinido|
      incorporacion inmediata|teletrabajo|presencial|salario|banda salarial|reclut~|cazatalentos|
      consultora de rrhh|rrhh|puesto de|cambio profesional|escucha activa)`,
    // nl
    `!(mijn opdrachtgever|onze opdrachtgever|mijn klant|vacature|wij zoeken|ik zoek|functie als|
      nieuwe (uitdaging|functie|baan)|werving|recruitment|jouw profiel|je profiel|uw profiel|freelance opdracht|
      opdracht voor|thuiswerken|dienstverband|salaris|uurtarief)`,
    // it
    `!(il mio cliente|un mio cliente|nostro cliente|azienda cliente|stiamo cercando|siamo alla ricerca|
      selezione del personale|offerta di lavoro|posizione (di|aperta|lavorativa)|opportunita (di lavoro|
      professionale|lavorativa|di carriera)|il tuo profilo|il suo profilo|ricerca e selezione|ral|smart working|
      tempo indeterminato|nuova sfida)`,
  ],
  /** A job is asked for, in the first person. */
  'pleads-for-job': [
    `!(i am|i'm|we are|currently|am) (looking for|seeking|searching for|in search of|hunting for|exploring|
      applying for|interested in applying|open to|actively looking|actively seeking) ** (job|jobs|work|role|roles|
      position|positions|employment|opportunity|opportunities|internship|placement|vacancy|vacancies|
      apprenticeship|graduate|junior|full-time|part-time|anything|offers)`,
    `!(writing|write|email~|mail~) to (apply|express my (keen |strong |)interest|enquire about (job|any|possible|
      vacanc~|opportunit~)|inquire about (job|any|possible|vacanc~|opportunit~)|ask (if|whether) you (have|
      are hiring|need))`,
    `!(apply|application|applying|applicant|applied) (for) (the|a|an|any|your) * (post|position|role|job|vacancy|
      internship|opening|placement)`,
    `!(my|the|updated|attached|enclosed|a copy of my|copy of my) (cv|resume|curriculum vitae|curriculum|
      covering letter|cover letter) (is |are |)(attached|enclosed|below|for your|to this|and|in|has)`,
    `!(find|found|see|attach|attached|attaching|enclose|enclosed|enclosing|pfa|sending|send) (attached |
      enclosed |here |herewith |below |you |)(my|the|a copy of my) (updated |latest |current |short |)(cv|resume|
      curriculum|profile|portfolio|cover letter)`,
    '!(cv|resume) (attached|enclosed|below|in attachment|is attached)',
    `!(open to work|immediate joiner|available immediately|immediately available|any suitable (position|role|
      vacancy|opening|opportunity)|suitable (vacancy|position|opening)|any (vacancy|vacancies|openings|opening|
      job|jobs) (available|in your|at your|for|that)|esteemed (organi~|company|firm|institution)|reputed (organi~|
      company|firm))`,
    `!(hire me|give me a (chance|job|opportunity)|need a job|need work|job hunting|job search|job hunt|
      lost my job|been laid off|was laid off|laid off|made redundant|redundancy|at risk of redundancy|unemployed|
      out of work|between jobs|looking for work|contract (ended|ends|has ended)|(was|been|got|were) let go)`,
    `(years of (hands-on |rich |professional |relevant |working |)experience (in|with|as)|i have (#|over|
      more than) * years|my (qualifications|skills|experience|background) (include~|in|as|would|make|match~)|
      fresh graduate|recent graduate|final year student|final-year student|graduate (in|of|from)|self-motivated|
      hard-working|hardworking|fast learner|quick learner|results-oriented|result-oriented|kind perusal|
      for your perusal|for your consideration|kind consideration|do the needful)`,
    '?(team player|excellent communication skills|detail-oriented|detail oriented|result-driven)',
    `(notice period|available for (interview|an interview|immediate)|willing to relocate|open to relocat~|
      open for relocation|looking forward to (an interview|joining))`,
    `!(if you (know|hear|have|need) (of |) ** (anything|any (job|opening|vacancy|role|position|work)|something|
      somebody|someone))`,
    `!(applications|rejections|job centre|jobcentre|dole|redundant|laid off|they closed|factory closed|
      closed down|went bankrupt|bankrupt|fired|sacked|dismissed)`,
    '(grateful|thankful|appreciate|glad) * (chance|opportunity|any work|any job|anything|your help|whole life)',
    `(my cv (is|has|fits)|i can (start|send|come|show)|i do not mind|i don't mind|i am (hardworking|honest|
      reliable|#)|i learn (fast|quickly)|i have (#|no) (experience|degree|children|family))`,
    // de
    `!(initiativbewerbung|bewerbung (als|um|fur|auf)|bewerbe (mich|ich)|bewerbungsunterlagen|meinen lebenslauf|
      mein lebenslauf|lebenslauf (anbei|im anhang|finden)|auf (der suche nach|stellensuche|jobsuche|arbeitssuche)|
      arbeitsuchend|suche (eine (stelle|arbeit|neue)|einen (job|praktikumsplatz|ausbildungsplatz)|arbeit|
      ein praktikum)|praktikum (bei|in ihrem)|ab sofort verfugbar|arbeitslos)`,
    // fr
    `!(candidature (spontanee|au poste|pour)|je (recherche|cherche) (un|une|actuellement) * (emploi|poste|stage|
      alternance|travail|apprentissage|contrat)|lettre de motivation|mon (cv|curriculum)|ma candidature|postuler|
      je souhaite (postuler|rejoindre|integrer)|salutations distinguees * |disponible immediatement|sans emploi|
      a la recherche d'un)`,
    // es
    `!(candidatura|busco (trabajo|empleo|practicas|una oportunidad)|adjunto (mi |el |)(cv|curriculum)|mi (cv|
      curriculum)|me gustaria (trabajar|formar parte|optar)|disponibilidad inmediata|solicitud de empleo|
      en busca de (empleo|trabajo)|estoy buscando (trabajo|empleo)|me encuentro (en busqueda|buscando)|en paro)`,
    // nl
    `!(sollicitatie|solliciteer|solliciteren|open sollicitatie|mijn cv|op zoek naar (een baan|werk|een stage|
      een nieuwe)|per direct beschikbaar|werkloos|werkzoekend~)`,
    // it
    `!(candidatura spontanea|mi candido|candidarmi|il mio (cv|curriculum)|allego (il mio |)(cv|curriculum)|
      in cerca di (lavoro|un lavoro|occupazione)|cerco (lavoro|un lavoro|un impiego|uno stage)|
      disponibilita immediata|disoccupat~)`,
  ],
  /** No growth in it, for somebody who wants some (O6). */
  'no-growth': [
    `!(no (progression|career progression|growth|promotion|room to grow|prospects)|limited (progression|growth)|
      dead-end|entry level|entry-level|first role|first job|ideal first|junior (role|position|post|level)|
      graduate (role|scheme|position)|no experience (necessary|required|needed)|trainee|school leaver~|
      berufseinsteiger~|einstiegsposition|sin experiencia|debutant~ accepte~|starter~functie|geen doorgroei~|
      keine aufstiegs~|(step|steps) down|below your level|no development|maintenance only|purely (bau|maintenance|
      monitoring)|keep the lights on|reine wartung)`,
  ],
} as const;
