/** Affairs of the owner's own: what was ordered, booked, lost, agreed; what somebody wants to order or book with the owner. */

export const AFFAIRS = {
  'own-affair': [
    `!your (order|booking|reservation|appointment|enquiry|inquiry|parcel|delivery|prescription|claim|deposit|
      tenancy|lease|statement|invoice|refund|complaint|advert|ad|listing|luggage|wallet|purse|passport|keys|scarf|
      coat|umbrella|glasses|notebook|offer on|bid on|bike|bicycle|son|daughter|mother|mum|father|dad|wife|husband|
      aunt|uncle|grandmother|grandfather|dog|cat|chimney|manuscript|thesis|referee|nomination|pull request|
      bug report|crash report|stack trace|return form|tax return|locker|pitch number|plot)`,
    `!(as (agreed|arranged|promised|requested|you asked|you requested|we agreed)|further to your|following your
      (order|enquiry|call|visit|request|complaint|report|letter)|in reply to your|regarding your (order|letter|
      appeal|claim|request))`,
    `!(thank you|thanks) for (agreeing|ordering|lending|volunteering|booking|letting me know|reporting|offering
      to|getting back|your (order|enquiry|inquiry|letter|report|bug|patch|application to|bid|complaint|prompt))`,
    `!you (ordered|booked|bought|signed up|enquired|inquired|asked (for|about|me|us|whether|if)|left (a|your|the|
      behind)|lent|borrowed|reported|requested|put down|dropped|sold|reserved|promised|nominated|submitted|
      volunteered|told the)`,
    `!(i|we) [have] [just] (bought|ordered|booked|hired|rented|borrowed|purchased|reserved) ** (from you|your|
      the|a|two|four|for)`,
    `!(i'd|i would|we'd|we would|i|we) (like|love|want|wish) to (order|book|reserve|buy|rent|return|cancel|view|
      exchange|enrol|sign up|commission|borrow|adopt|attend|come along|eat|stay|bring|pay|perform|cite|quote)`,
    '(is|are) (it|they|the * |that * |this * |your * ) (still|) (available|for sale|free|vacant|possible to|taken)',
    `!(still (available|for sale|going)|how much (would|do|does|will|is|are) * (cost|charge|it|they|you|the)|
      what (would|do|does|will) * (cost|charge|it cost)|what would you charge|how long (do|would|will) * (need|
      take)|who do i (get|ask|pay|give|contact|return)|when can i (collect|pick|fetch|come)|can i (collect|
      pick it up|come and|fetch)|where (do|should|shall) (i|we) (leave|put|park|bring|meet|send))`,
    `!my (order|booking|appointment|prescription|licence|license|membership|ticket|claim|repeat|assignment|essay|
      deposit|policy|account) (number|no|ref|reference|is|was|has|for|of|on)`,
    '!(we|i) (found|picked up|handed in|have found|took in) ** (your|a|the|near|on|in)',
    `!(taken over|took over|taking over) (from|the (class|accounts|books|fixtures|organising|allotments|desk))`,
    `!(i'm|i am) (the|your|his|her) (new|) (caretaker|tenant|clerk|neighbour|neighbor|treasurer|organist|
      verger|secretary of|form tutor|class teacher|postman|registrar|landlord|landlady|superintendent|steward|
      referee|case officer|case worker|surveyor|inspector|warden|janitor|handling editor|maintainer|foster)`,
    '!(you|your address|your name|your number) ** (was on the tag|is on the|on the first page|on the label)',
    `!(deadline|essay|assignment|coursework|seminar|exam|viva|supervisor) ** (extended|extension|hand in|
      submit|mark|marked|office hours|group)`,
    `!(please|kindly|could you|can you) [please] (confirm (your availability|receipt|the|that|whether|by)|
      review [and approve] the|approve the|clarify|sign (the|and)|check (the|your|whether|if)|return (the|it|your)|
      initial|correct the)`,
    '!(steps to reproduce|stack trace|reproduce (it|the)|version # | since (the|your) [recent] (update|upgrade|release))',
    // de
    `!(ihr~|dein~) (bestellung|buchung|reservierung|anfrage|rechnung|termin|paket|hund|katze|sohn|tochter|
      fahrrad|auto|antrag|kundigung|schlussel|brieftasche|geldborse|rad|zaun|hecke|steuererklarung|inserat|anzeige)`,
    `!(wie (besprochen|vereinbart|telefonisch|abgemacht)|ist ** noch (frei|zu haben|verfugbar|da)|noch zu haben|
      was kostet|wie viel kostet|ich (mochte|wurde gern~) * (bestellen|buchen|reservieren|abholen|ansehen)|
      wir (mochten|wurden gern~) * (bestellen|buchen|reservieren)|wohne * (unter|uber|neben|gegenuber)|
      habe ** (gefunden|bestellt|gebucht|gekauft)|ubernommen|abholen|abgegeben|die neue (hausverwaltung|
      klassenlehrerin|mieterin)|der neue (hausmeister|mieter|nachbar))`,
    // fr
    `!(votre|ta|ton) (commande|reservation|facture|rendez-vous|demande|dossier|chien|chat|enfant|fils|fille|
      voiture|velo|colis|annonce|compteur|carte d'identite|portefeuille|cle~)`,
    `!(comme convenu|est-(elle|il) (encore|toujours)|(encore|toujours) (libre|disponible|a vendre)|
      (j'aimerais|nous aimerions|je voudrais|nous voudrions) (reserver|commander|acheter|louer)|
      (j'ai|nous avons) (trouve|ramasse|commande|reserve|achete)|combien (coute~|faut|prenez)|
      je suis (la nouvelle|le nouveau))`,
    // es
    `!(su|tu) (reserva|pedido|cita|perro|gato|hijo|hija|coche|bicicleta|paquete|cartera|anuncio|solicitud|siniestro|
      declaracion)`,
    `!(como (acordamos|quedamos)|sigue (disponible|en venta|libre)|(me gustaria|quisiera|querriamos|
      queremos) (reservar|pedir|comprar|encargar|alquilar)|(he|hemos) (encontrado|comprado|reservado|pedido) ** |
      cuanto (cuesta|cobra~|seria)|soy (el nuevo|la nueva|la encargada|el encargado|el perito))`,
    // nl
    `!(je|uw|jouw) (bestelling|reservering|afspraak|pakket~|hond|kat|zoon|dochter|fiets|auto|advertentie|sleutel~)`,
    `!(zoals afgesproken|nog (beschikbaar|te koop|vrij)|(ik|wij|we) (wil|willen|zou|zouden) * (bestellen|boeken|
      reserveren|huren|kopen)|wat kost|hoeveel kost|gevonden|bezorgd bij ons)`,
    // it
    `!(il suo|la sua|il tuo|la tua) (ordine|prenotazione|appuntamento|pacco|cane|gatto|figli~|auto|bicicletta|
      annuncio|intervento|pratica)`,
    `!(come (concordato|d'accordo)|ancora (disponibile|libera|in vendita)|(vorrei|vorremmo) (prenotare|ordinare|
      comprare|affittare)|(ho|abbiamo) (trovato|comprato|prenotato|ordinato) ** |quanto costa|
      sono (il nuovo|la nuova))`,
  ],
} as const;
