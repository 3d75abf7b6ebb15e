/**
 * Names of occupations in six languages, and the words at which a job title ends. Folded, in the singular.
 *
 * Written from general knowledge; an occupation that is missing is read beside words of hiring (`AGENT`).
 */

export const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Folded, in the singular. */
export const OCCUPATIONS = words(`
  engineer developer dev architect manager director analyst scientist consultant administrator designer officer specialist executive
  representative assistant coordinator technician technologist operator programmer researcher strategist advisor adviser nurse midwife
  doctor physician surgeon vet veterinarian dentist pharmacist therapist physiotherapist psychologist paramedic radiographer teacher tutor
  lecturer professor instructor headteacher accountant bookkeeper controller comptroller auditor actuary economist lawyer counsel solicitor
  barrister attorney paralegal notary editor writer journalist reporter producer translator interpreter linguist copywriter proofreader
  reviser reviewer librarian archivist curator conservator marketer buyer planner clerk trainer tester supervisor recruiter surveyor
  inspector estimator drafter draftsman modeller modeler fabricator machinist welder electrician plumber carpenter joiner mechanic fitter
  driver chef cook baker waiter receptionist secretary cashier caretaker gardener landscaper farmer forester pilot captain photographer
  filmmaker illustrator animator musician composer conductor statistician mathematician physicist chemist biologist geologist geotechnician
  ecologist hydrologist trustee chairman chairwoman chairperson governor dean provost registrar locum adjunct postdoc fellow
  moderator gestor gestora addetto addetta fotografa fotografo superintendent foreman underwriter broker trader banker treasurer stylist warden lifeguard nanny carer
  ingenieur entwickler architekt berater leiter leitung redakteur referent sachbearbeiter ubersetzer dolmetscher lektor arzt pfleger lehrer
  dozent geschaftsfuhrer bauleiter techniker meister fachkraft mitarbeiter anwalt jurist buchhalter koch fahrer verkaufer
  developpeur ingenieure architecte consultante analyste redacteur redactrice traducteur traductrice reviseur interprete infirmier infirmiere
  veterinaire medecin enseignant enseignante comptable juriste avocat directeur directrice responsable gestionnaire cuisinier chauffeur
  conducteur technicien technicienne formateur formatrice charge chargee
  desarrollador desarrolladora ingeniero ingeniera arquitecto arquitecta consultor consultora analista redactor redactora traductor traductora
  enfermero enfermera veterinario veterinaria medico medica profesor profesora contable abogado abogada directora gerente jefe jefa tecnico
  ontwikkelaar adviseur medewerker verpleegkundige dierenarts vertaler tolk docent hoogleraar constructeur hoofd projectleider kok
  sviluppatore sviluppatrice ingegnere architetto redattore redattrice traduttore traduttrice infermiere infermiera docente direttore
  direttrice responsabile impiegato tecnico contabile avvocato cuoco autista`);

/** Occupations only in company: `Team Lead`, `Head of Data`, but also `lead time`, `head office`. */
export const LOOSE = words(
  'lead leader head chief principal partner associate agent rep expert chair member owner president vp dba sre ae sdr bdr cto cio cfo coo ceo ciso cmo cpo pm po chef scrum',
);

/** German and Dutch compounds: `Abteilungsleiter`, `Produktmanager`, `productlead`. */
export const COMPOUND =
  /^[a-z]{3,}(?:ingenieur|manager|leiter|leitung|entwickler|berater|referent|arzt|pfleger|lehrer|redakteur|ubersetzer|lektor|architekt|assistent|techniker|fuhrer|meister|verkaufer|kraft|lead|leider|adviseur|medewerker|ontwikkelaar|verpleegkundige|arts|vertaler|docent|directeur|analist|beheerder|coordinator)$/;
export const LEARNED = /(?:ologist|ographer|ician|keeper|worker|maker|smith|wright|grafe?n?)$/;
/** Nouns of somebody who does a thing; far from all of them are occupations. */
export const AGENT = /^[a-z-]{3,}(?:er|or|ist|ian|eur|euse|rice|ista|ador|adora|tore|trice)$/;
export const NO_AGENT = words(`
  offer number october november december september summer winter water center other over after under never ever order letter paper matter
  power former later newer better higher lower further together whether rather either neither another however answer career employer
  customer major minor senior junior superior interior exterior color for or nor your our their her per earlier easier offer newsletter
  folder member computer server router cover user quarter semester dinner weather border corner december register remember consider
  november buyer prior error factor sector doctor poster tender flyer twitter hunter list exist assist persist checklist shortlist waitlist
  italian canadian australian russian indian asian christian brilliant tracker job-seeker seeker reminder supplier carrier barrier retailer
  manufacturer provider publisher insurer lender employer sister brother mother father mayor river tower chapter`);

/** Words at which a title ends or before which it starts, folded. */
export const STOP = words(`
  a an the our your my his her its their this that these those one some any each every no not never and or but nor so yet if when while as at
  by for from in into of on onto to with without within about over under between via per than then re is are was were be been being am do does
  did have has had having will would can could should may might must shall i you he she it we they me him us them who whom whose which what
  where why how there here hi hello hey dear please thanks thank urgent requirement requirements need needs needed want wants wanted looking
  seek seeks seeking hire hires hiring recruit recruiting find finding found search searching fill filling open opening openings vacancy
  vacature vakanz job jobs role roles position positions post posts seat seats title opportunity opportunities role: new next another
  immediate immediately exciting great amazing perfect fit strong experienced seasoned talented good proper exceptional outstanding fantastic
  brilliant join joining become becoming appoint appointing permanent contract contractor full-time part-time full time part remote remotely
  hybrid onsite on-site also just only still now today tomorrow call me know knows friend fellow another first second someone somebody
  anyone get got gets getting give offer offers offering create creating building build make making made called named like said says say
  work works working worked client clients company firm currently actually basically direct available match matches senior-level
  ein eine einen einer eines der die das den dem des und oder fur im in am als mit bei von zu zum zur wir suchen suche sucht position stelle
  une un le la les du de d l et ou pour au aux nous recherche recherchons recrute recrutons poste vacant
  una uno unos los las el del y o para como con buscamos busco busca puesto vacante oferta
  een het en of voor als bij met van op wij zoeken zoek zoekt functie
  avec dans chez sobre tra fra presso bij naar vanuit ervaren qualifie qualifiee
  il lo gli i di del della e per come cerco cerchiamo cerca posizione offerta`);
