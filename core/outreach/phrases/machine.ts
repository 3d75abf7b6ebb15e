/** What machines write for one user (transactions, security), and what is written for many (marketing, lists, contact books). */

export const MACHINE = {
  transacts: [
    `!(invoice|receipt|order|booking|reservation|payment|transaction|policy|ticket|case|reference|tracking|
      confirmation|registration|submission|account|customer|contract|appointment|delivery|claim|membership) (no|
      number|nr|num|id|ref|reference|code)`,
    `!(your|the|this) (order|invoice|receipt|payment|bill|statement|booking|reservation|appointment|delivery|
      parcel|package|shipment|refund|ticket|tickets|subscription|membership|policy|purchase|donation|gift|
      registration|request|application|submission|prescription|balance|direct debit|card|itinerary|boarding pass|
      renewal|loan|return|deposit|payslip|timesheet|plan|trial) * (is|are|was|were|has|have|will|for|from|of|on|
      confirmed|dispatched|shipped|ready|received|renews|due|attached|below|number|details|confirmation|expires|
      ends|been)`,
    `!(order|booking|reservation|registration|payment|purchase|appointment|subscription|delivery) (confirm~|
      confirmation|received|dispatched|shipped|summary|details|complete|completed|successful|failed|declined|
      reminder|cancelled|update|placed)`,
    `!(confirm|verify|activate|validate) (your|the) (email|e-mail|subscription|registration|account|address|
      booking|appointment)`,
    `!(has been (dispatched|shipped|delivered|received|processed|paid|charged|credited|debited|refunded|
      confirmed|accepted|cancelled|posted|collected|renewed|approved|scheduled|registered)|out for delivery|
      on its way|left our|ready to collect|ready for collection|will be (charged|taken|debited|collected|
      delivered|renewed|deducted)|leaves your account|was charged|we received your|we have received your|
      we've received your|thank you for your (order|purchase|payment|booking|donation|gift|registration|
      reservation|subscription)|thanks for your (order|purchase|payment|booking|donation))`,
    `!(total|subtotal|vat|amount due|amount paid|grand total|balance due|amount|order total|sum) (#|gbp|usd|eur|
      chf|due|paid|incl~|excl~|inc)`,
    `!(due (date|on|by)|payment due|direct debit|standing order|card ending|account ending|ending in|
      proof of purchase|vat no|vat number|billing (period|address|date|cycle)|renewal (notice|date)|auto-renew~|
      e-ticket|boarding|check-in (opens|is|online)|track (it|your|the)|tracking|estimated delivery|delivery (slot|
      window|date)|collection (code|point)|dispatch note|return label|warranty|meter reading|tariff|
      statement is (ready|available)|bill is (ready|available)|payslip|balance is|support (ticket|request|case)|
      ticket (#|has been|number)|we will get back to you within|do not reply to this (email|message|e-mail|mail)|
      this is an (automated|automatic|auto-generated)|automatically generated|this mailbox is not monitored|
      unmonitored|you asked us to|double opt-in|please confirm your (subscription|email|address|registration))`,
    `!(replies to this (message|mail|email|e-mail|address)|are not read|is not read|to (cancel|rebook|reschedule|
      change) [it|this|please|your] * (ring|call|reply|click|visit|appointment|booking|text)|you are due|
      you're due|due (to see|for your)|(appointment|check-up|checkup|visit|lesson|class|session) (on|at|with|is|
      reminder)|overdue|(was|is|are) due on|fines|renew online|fahrtantritt|cron|backup|build (failed|passed|
      succeeded)|job (failed|succeeded|completed)|disk usage|exit code)`,
    `!(rechnung~|bestell~ (nr|nummer|bestatig~)|bestellung|bestellbestatigung|auftragsbestatigung|
      buchungsbestatigung|buchung|lieferung|versandbestatigung|versendet|sendungsnummer|sendungsverfolgung|
      zahlung~|zahlungseingang|lastschrift|abbuchung|kundennummer|rechnungsbetrag|gesamtbetrag|quittung|beleg|
      mahnung|anmeldebestatigung|terminbestatigung|ihre (bestellung|buchung|rechnung|zahlung|anmeldung|fahrkarte|
      reservierung|sendung)|automatisch (generiert|erstellt|versendet)|bitte antworten sie nicht)`,
    `!(facture|commande|numero de (commande|client|dossier)|votre (commande|reservation|inscription|facture|
      paiement|billet|colis|livraison|abonnement|rendez-vous|dossier)|confirmation (de|d')|paiement|prelevement|
      expedie~|livraison|suivi de|recu (de|pour)|montant|total ttc|message automatique|ne pas y repondre|
      ne pas repondre)`,
    `!(factura|pedido|numero de (pedido|cliente|reserva|factura)|tu (pedido|reserva|factura|compra|pago|envio|
      suscripcion|cita)|su (pedido|reserva|factura|compra|pago|envio|suscripcion|cita)|confirmacion de|recibo|
      importe|cargo en|enviado|entrega|mensaje automatico|no respondas|no responda)`,
    `!(factuur|bestelling|bestelnummer|je (bestelling|boeking|factuur|betaling|reservering|pakket|afspraak)|
      uw (bestelling|boeking|factuur|betaling|reservering|pakket|afspraak)|bevestiging|incasso|verzonden|bezorg~|
      kassabon|automatisch bericht)`,
    `!(fattura|ordine|numero (d'ordine|ordine|cliente)|il tuo (ordine|biglietto|pagamento|abbonamento)|
      il suo (ordine|biglietto|pagamento)|conferma (di|ordine|prenotazione|dell')|prenotazione|pagamento|ricevuta|
      spedit~|consegna|importo|messaggio automatico|non rispondere)`,
  ],
  secures: [
    `!(code|pin|otp|passcode|token|codigo|codice|kode) (is|lautet|est|es|below|for|to|valid|expires|will expire|
      to sign|to log|to verify|to complete|#)`,
    `!(verification|security|one-time|one time|login|log-in|sign-in|access|authentication|confirmation|2fa|
      two-factor|two-step|mfa|auth|single-use|temporary) (code|pin|password|passcode|link|token)`,
    '!(reset|change|forgot|forgotten|recover) (your|the|my|a) * (password|passphrase|pin)',
    `!(password|passwort|mot de passe|contrasena|wachtwoord) (reset|was (changed|reset)|has been|change|changed|
      expires|will expire|request|recovery|zurucksetzen|geandert|oublie|reinitialis~|modifie|restablec~|cambiad~|
      wijzig~|opnieuw)`,
    `!(new|unusual|suspicious|unrecognised|unrecognized|recent|unknown|failed) (sign-in|sign in|login|log-in|
      device|activity|access|attempt|browser|location|passkey)`,
    "!(wasn't|was not|weren't|isn't|didn't|did not|if this wasn't|not) you [secure|change|reset|contact|someone]",
    "!(if you (didn't|did not|haven't|have not|weren't) (request|make|ask|try|sign|attempt|initiate|do this|recogni~))",
    '!(signed in|logged in|signing in|log in attempt|sign-in attempt) (to|from|on|with)',
    `!(security (alert|notice|notification|warning|update to your|info|key|settings)|account (alert|security|
      locked|recovery|access)|recovery (email|code|phone|codes)|two-factor|two-step|2-step|authenticator|
      backup codes|ssh key|personal access token|api key was|data breach|never (share|ask|give) ** (code|password|
      pin)|valid for (#|the next|ten|five|fifteen)|expires in (#|ten|five|fifteen)|code (will expire|expires))`,
    `!(bestatigungscode|sicherheitscode|anmeldecode|einmalcode|verifizierungscode|einmalpasswort|mobile tan|ihre tan|
      sicherheitshinweis|neue anmeldung|passwort zurucksetzen|kennwort|nicht angemeldet haben)`,
    `!(code de (verification|securite|confirmation|connexion|validation)|mot de passe|nouvelle connexion|
      connexion inhabituelle|reinitialis~)`,
    `!(codigo de (verificacion|seguridad|acceso|confirmacion)|nuevo inicio de sesion|inicio de sesion|
      restablecer|contrasena|no has sido tu)`,
    '!(verificatiecode|beveiligingscode|inlogcode|nieuwe aanmelding|wachtwoord|nieuwe inlog~)',
    '!(codice di (verifica|sicurezza|accesso|conferma)|nuovo accesso|reimposta~|password dimenticata|reimpostazione)',
  ],
  /** Calendar systems. */
  schedules: [
    `!(has|have) (invited you|accepted|declined|tentatively|cancelled|canceled|proposed|updated) ** (event|
      invitation|meeting|time|this)`,
    '!(invitation|accepted|declined|tentative|cancelled|canceled|updated invitation|event) (from|to|event|this)',
    `!(this event (has been|was)|invited you to (the following|an|this) event|yes maybe no|accept maybe decline|
      add to calendar|joining info|join with|video call|hat sie (zu|eingeladen)|termineinladung|terminabsage|
      zugesagt|abgesagt|vous invite a|te ha invitado|ha (aceptado|rechazado)|heeft (geaccepteerd|je uitgenodigd)|
      ti ha invitato|ha accettato)`,
  ],
  /** Mail to many from list software or a marketing desk. */
  markets: [
    `!(unsubscribe|unsubscribing|opt out|opt-out|manage (your |)(preferences|subscription~|email)|update (your |
      )(preferences|subscription)|email preferences|preference centre|preference center|view [this email|
      this] (in|online)( your|) browser|view online|read online|view in browser|web version|no longer (want|
      wish) to (receive|hear|get)|you('re| are) (receiving|getting) (this|these)|you received this|
      sent to you because|why (am i|did i|you're) (get~|receiv~)|because you (signed|subscribed|registered|
      attended|visited|downloaded|are|opted|bought|purchased|joined|have|expressed)|stop receiving|
      don't want (these|to receive|to hear|emails)|add us to your address book|forward to a friend|
      all rights reserved|privacy policy)`,
    `!(abmelden|abbestellen|newsletter|abmeldung|im browser (ansehen|anzeigen|offnen)|austragen|
      sie erhalten diese|du erhaltst diese|se desabonner|desinscription|desinscrire|desabonne~|vous recevez (cet|
      cette|ce)|version en ligne|voir (dans|en ligne)|darse de baja|darte de baja|cancelar (la |tu |)suscripcion|
      dar de baja|no (desea|deseas) recibir|ver en (el |)navegador|recibes este|has recibido este|afmelden|
      uitschrijven|u ontvangt deze|je ontvangt deze|bekijk (online|in)|annulla (l'|)iscrizione|disiscri~|
      cancellati|cancellarsi|ricevi questa|visualizza (nel|online))`,
    `!(newsletter|digest|bulletin|round-up|roundup|weekly|monthly|fortnightly|issue (no|#|number)|edition|vol|
      in this issue|this (week|month) in|this week's|this month's|top stories|latest (news|posts|from)|what's new|
      rundbrief|ausgabe|lettre (n|d'information|d'info)|numero|au sommaire|boletin|en este numero|nieuwsbrief|
      in deze editie|bollettino)`,
    `!(# off|percent off|sale|save [up to] #|discount|coupon|promo code|voucher|with code|use code|offer ends|
      ends (sunday|tonight|soon|midnight|friday|monday|today)|last chance|limited time|limited seats|
      seats are limited|hurry|while stocks last|free shipping|free delivery|shop now|buy now|order now|early bird|
      black friday|cyber monday|flash sale|exclusive|today only|don't miss|just for you|special offer|new in|
      best sellers|rabatt|sonderangebot|jetzt (kaufen|sichern|bestellen|anmelden)|soldes|promo~|offre (speciale|
      limitee)|descuento|oferta|rebajas|matriculate|plazas|korting|aanbieding|sconto|offerta|saldi)`,
    `!(webinar|register (now|here|today|free|for)|save your (seat|spot|place)|reserve your (seat|spot|place)|
      sign up (now|today|here|for)|join us (for|on|at|live|in)|live (event|session|demo|stream)|on demand|
      on-demand|agenda|keynote|roadshow|virtual (event|summit|conference)|summit|ebook|e-book|download (the|our|
      your|now)|get (the|your) (report|guide|ebook|copy|tickets)|read (more|the full|on)|learn more|watch (now|
      the|on)|find out more|click here|get started|try it (free|now|today)|start (your |)free|claim (your|now)|
      jetzt lesen|mehr erfahren|weiterlesen|en savoir plus|lire la suite|inscrivez-vous|leer mas|saber mas|
      inscribete|lees (meer|verder)|meld je aan|scopri|leggi (tutto|di piu)|iscriviti)`,
    `!(dear (reader|readers|subscriber|subscribers|member|members|customer|customers|community|supporter|
      supporters|valued)|liebe (leser~|mitglieder|kund~|abonnent~)|(cher|chers) (lecteurs|abonnes|clients|
      adherents|membres)|estimad~ (lector~|client~|suscriptor~|soci~)|beste (lezer~|abonnee~|klant~)|
      cari (lettori|clienti|iscritti))`,
    `(you left|in your basket|in your cart|forgot something|complete your order|still thinking|we miss you|
      come back|your wishlist|recommended for you|you might also|you may also like|picked for you|rate your|
      review your purchase|how did we do)`,
  ],
  /** One person's address book, or everybody he ever met. */
  'contact-list': [
    `!(everyone|everybody|all|anyone|those|people|friends|folks) (in|on|from|of) (my|our) (contacts|contact list|
      address book|network|inbox|list|mailing list|phone|phonebook|little black book|black book|rolodex|circle|
      connections|lists)`,
    `!(my|our) (contacts|contact list|address book|entire network|whole network|little black book|black book|
      rolodex|mailing list|distribution list)`,
    `!(dear (friends|friend|all|network|contacts|colleagues|clients|everyone|partners|fellow|connections|
      customers|neighbours|neighbors|family and friends|friends and (family|colleagues|clients))|hello (everyone|
      all|friends|world|lovely people|network)|hi (all|everyone|everybody|folks|friends|team and|lovely people)|
      friends|to (all|everyone) (my|our|who|i)|to whom it may)`,
    `!(i've|i have|we've|we have|i'm|i am|we're|we are) [now|just|recently|finally|officially] (moved|moving|
      joined|started|launched|launching|left|opened|changed|starting|set up|setting up|relocated|become|going|
      leaving|retired|retiring|delighted|thrilled|excited|pleased|happy|proud) ** (new|to (announce|share|tell|
      say|let)|business|company|role|job|address|office|number|practice|chapter|firm|venture|website|own|studio)`,
    '!(excited|thrilled|delighted|pleased|proud|happy) to (announce|share|tell|let you|introduce)',
    `!(new (chapter|role|venture|email|e-mail|address|business|website|job|beginnings|adventure|contact details|
      number)|please update your (records|address|contacts|details)|update your (address book|records)|
      we have moved|i've moved|we've moved|change of (address|email)|moving on|farewell|last day|signing off)`,
    `!(merry christmas|happy (new year|christmas|holidays|easter|diwali|eid|thanksgiving)|season's greetings|
      seasons greetings|happy holidays|christmas (card|letter|message|greetings)|new year (greetings|message|
      letter|wishes)|festive (greetings|season)|annual (letter|update)|year in review|frohe weihnachten|
      frohes (neues|fest)|guten rutsch|joyeux noel|bonne annee|meilleurs voeux|feliz (navidad|ano)|
      felices fiestas|prettige feestdagen|gelukkig nieuwjaar|buon (natale|anno)|buone feste)`,
    `!(imported|exported|uploaded|synced|harvested|gathered|scraped|collected|pulled|added) ** (contacts|address|
      addresses|emails|list|sheet|names|book)`,
    `!(got|have|found|took|obtained) your (address|email|e-mail|details|name|contact details) (from|on|via|
      through|off|in) (the|a|our|my|an|when)`,
    `!(you're (receiving|getting|on) (this|here|my|our) (because|list|as) ** (we|you|once|met|emailed|wrote|know|
      my|address|business card|worked|crossed))`,
    `!(once|ever|previously) (asked|wrote|emailed|enquired|inquired|worked|met|crossed|contacted|bought|gave|
      exchanged|handed) **`,
    `!(group (email|e-mail|mail|message)|mass (email|e-mail|mail)|bulk (email|mail)|round robin|circular|
      forgive the (group|mass|bulk|impersonal|round)|apologies for the (group|mass|bulk|impersonal|blanket)|
      excuse the (group|mass|bulk|impersonal)|one by one|bcc)`,
    `!(our paths (have |)(crossed|may have)|paths crossed|may remember me|might remember me|you'll remember me|
      you will remember me|as many of you|as some of you|many of you|some of you|most of you|all of you|
      each of you|each and every one|you all|you guys|y'all|beaucoup d'entre vous|vous tous|a tous|cher~ (tous|
      reseau|amis|contacts|collegues|clients)|bonjour a (tous|toutes)|liebe (alle|freunde~|kontakte|kolleg~|
      kunden|netzwerk)|hallo (zusammen|alle|in die runde)|an alle|euch alle~|ihr lieben|querid~ (amig~|tod~|
      contactos|compan~|client~)|hola a tod~|buenos dias a tod~|a todos|beste (allen|vrienden|relaties|collega~|
      mensen|relatie)|hallo allemaal|jullie allemaal|car~ (tutti|amici|colleghi|contatti|clienti)|ciao a tutti|
      a tutti)`,
    `(past (clients|customers)|former (clients|customers|colleagues|buyers|viewers)|clients, (past|old|almost)|
      lovely clients|valued (clients|contacts|customers|friends)|(our|my) (clients|customers) (and|past|old|
      lovely|dear|valued))`,
  ],
  /** Petitions, appeals and chain letters. */
  appeals: [
    `!(petition|sign (the|our|this) petition|save the|urgent appeal|appeal for|help us (reach|save|raise)|
      object (here|to)|planning (committee|application)|fundrais~|sponsor me|just giving|justgiving|gofundme|
      crowdfund~|raffle|charity (run|walk|event)|chain (letter|mail)|break the chain|good luck will|bad luck|
      pass it on|don't break|keep it going|before midnight|do not break|petition unterschreiben|
      petition unterzeichnen|firma la peticion|signez la petition|teken de petitie|firma la petizione)`,
  ],
  /** Fraud: identity papers, bank details, transfers, secrecy, a deadline. */
  defrauds: [
    `!(copy of your (passport|id|driving|identity|bank)|your bank (details|account|statement)|
      social security|ssn|your (date of birth|dob)|mother's maiden|gift card|gift cards|itunes card|steam card|
      wire transfer|western union|moneygram|bitcoin wallet|wallet (address|phrase)|seed phrase|inheritance|
      next of kin|beneficiary|lottery|you have won|unclaimed|million (dollars|usd|euros|pounds)|
      # million|diplomat|barrister|deceased|late husband|strictly confidential|utmost confidence|
      confidential business|transfer of (funds|money)|funds transfer|processing fee|advance fee|
      verify your (account|identity|wallet|bank)|account (will be|has been) (suspended|closed|limited|deactivated|
      terminated)|mailbox (is full|quota|will be)|click (here|the link|below) to (verify|confirm|unlock|restore|
      keep|avoid)|urgent (transfer|payment)|are you (at your desk|available right now)|
      i need you to (purchase|buy|pay|process)|change of bank|new bank details|updated bank|webcam|compromising|
      recorded you|widow|late (husband|father|client)|the sum of|in a vault|in your favour|found trustworthy|
      god-fearing|share with you #|my private (box|email|mail)|beloved (one|friend|in)|dear beloved|
      greetings in the name|foreign partner|business proposal|mutual benefit of both|gift card|gift cards|
      i am in a meeting|in a meeting and|quick favour|storage limit|exceeded its|messages are (being held|
      pending)|release (them|your messages)|confirm your password|validate your|avoid suspension|within # (hrs|
      hours)|re-hire|documents required|your device (was|has been)|pay in bitcoin)`,
    '?(passport|bank (details|account|transfer|statement)|date of birth|dob)',
    `!(kopie ihres (passes|ausweises|reisepasses)|bankverbindung|erbschaft|gewinnspiel|sie haben gewonnen|
      coordonnees bancaires|heritage|vous avez gagne|copia de (tu|su) (dni|pasaporte)|datos bancarios|herencia|
      has ganado|bankgegevens|erfenis|coordinate bancarie|eredita|hai vinto)`,
  ],
  absence: [
    `!(out of (the |)office|automatic reply|auto-reply|autoreply|auto reply|i am (currently |)(away|on (annual |
      )leave|on holiday|on vacation|out of|travelling|traveling)|i'm (currently |)(away|on (annual |)leave|
      on holiday|on vacation|out of)|on (annual|maternity|paternity|parental) leave|limited access to (my |)email|
      will (respond|reply) (when|on|upon) (i|my)|abwesenheit~|abwesenheitsnotiz|nicht im (buro|hause)|im urlaub|
      nicht erreichbar|automatische antwort|absence du bureau|absent~ (du|jusqu)|reponse automatique|
      message d'absence|en conge|conges|fuera de la oficina|respuesta automatica|de vacaciones|ausente|afwezig~|
      niet aanwezig|automatisch antwoord|fuori ufficio|risposta automatica|in ferie)`,
  ],
} as const;
