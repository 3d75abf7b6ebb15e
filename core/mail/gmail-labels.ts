/**
 * Google Takeout's X-Gmail-Labels header → Gmail label ids.
 *
 * Takeout writes a list of names, separated by commas, in the language of the account. System labels get the ids that the
 * API uses (`INBOX`); the user's own labels keep their names. A name in a language that is not listed here stays a label
 * of the user's: nothing is lost, only not understood.
 */

/** Names, parted by `|`, by label id; `''` marks names that carry no label in the API (read, archived). */
const SYSTEM_NAMES: Readonly<Record<string, string>> = {
  INBOX:
    'inbox|posteingang|boite de reception|recibidos|bandeja de entrada|posta in arrivo|in arrivo|' +
    'caixa de entrada|entrada|postvak in|inkorg|indbakke|innboks|saapuneet|odebrane|dorucena posta|dorucene|' +
    'bejovo|beerkezo levelek|mesaje primite|gelen kutusu|входящие|вхідні|εισερχομενα|受信トレイ|收件箱|收件匣|받은편지함|' +
    'صندوق الوارد|דואר נכנס|इनबॉक्स|kotak masuk|hop thu den',
  SENT:
    'sent|sent mail|sent items|sent messages|gesendet|gesendete elemente|envoye|envoyes|messages envoyes|' +
    'enviado|enviados|posta inviata|inviata|inviati|verzonden|verzonden berichten|skickat|skickade|sendt|' +
    'lahetetyt|wyslane|odeslana posta|odeslane|elkuldott|elkuldott levelek|trimise|gonderilmis postalar|' +
    'gonderilenler|отправленные|надіслані|απεσταλμενα|送信済みメール|送信済み|已发邮件|已发送|寄件備份|보낸편지함|البريد المرسل|דואר יוצא|' +
    'terkirim|da gui',
  UNREAD:
    'unread|ungelesen|non lu|non lus|no leido|no leidos|sin leer|da leggere|non letti|nao lida|nao lidas|' +
    'nao lido|ongelezen|olast|olasta|ulaest|ulest|lukematta|lukematon|nieprzeczytane|neprectene|olvasatlan|' +
    'necitite|okunmadi|okunmamis|непрочитанные|непрочитані|μη αναγνωσμενα|未読|未读|未讀|읽지않음|읽지 않음|غير مقروءة|' +
    'לא נקראו',
  STARRED:
    'starred|markiert|suivi|suivis|messages suivis|destacado|destacados|speciali|con stella|com estrela|' +
    'met ster|stjarnmarkt|stjernemarkeret|stjernemerket|tahdelliset|oznaczone gwiazdka|s hvezdickou|' +
    'csillagozott|cu stea|yildizli|помеченные|із зірочкою|με αστερι|スター付き|已加星标|已加星號|별표편지함',
  IMPORTANT:
    'important|wichtig|importants|importante|importantes|importanti|belangrijk|viktigt|vigtigt|vigtig|viktig|' +
    'tarkeat|wazne|dulezite|fontos|onemli|важное|важливо|σημαντικα|重要|중요',
  SPAM:
    'spam|junk|junk e-mail|junk mail|courrier indesirable|skrappost|soppel|roskaposti|nevyzadana posta|спам|' +
    'ανεπιθυμητα|迷惑メール|垃圾邮件|垃圾郵件|스팸함|스팸',
  TRASH:
    'trash|bin|deleted items|deleted messages|papierkorb|corbeille|papelera|cestino|lixeira|lixo|prullenbak|' +
    'papperskorgen|papirkurv|papirkurven|roskakori|kosz|kos|kuka|cos de gunoi|cop kutusu|корзина|кошик|καδος|' +
    'ゴミ箱|已删除邮件|垃圾桶|휴지통',
  DRAFT:
    'draft|drafts|entwurfe|entwurf|brouillon|brouillons|borrador|borradores|bozze|bozza|rascunho|rascunhos|' +
    'concepten|concept|utkast|kladde|kladder|luonnokset|wersje robocze|koncepty|piszkozatok|schite|taslaklar|' +
    'черновики|чернетки|προχειρα|下書き|草稿|임시보관함',
  CHAT: 'chat|chats|chattar',
  '':
    'opened|archived|archives|geoffnet|archiviert|ouvert|ouverts|messages archives|abierto|abiertos|archivado|' +
    'archivados|aperto|aperti|archiviato|archiviati|aberto|abertos|arquivado|arquivados|geopend|gearchiveerd|' +
    'oppnat|oppnade|arkiverat|arkiverade|abnet|arkiveret|apnet|arkivert|avattu|arkistoitu|otwarte|' +
    'zarchiwizowane|otevreno|archivovano|megnyitott|archivalt|acildi|arsivlendi|открыто|открытые|' +
    'заархивированные|開封済み|アーカイブ済み|已打开|已归档|已開啟|已封存|열어본 메일|보관됨',
};

/** What follows the word for "category". */
const CATEGORY_NAMES: Readonly<Record<string, string>> = {
  CATEGORY_PERSONAL:
    'personal|primary|allgemein|personlich|e-mails personnels|personnel|principale|principal|personale|pessoal|' +
    'persoonlijk|primair|personligt|primara|osobiste|osobni|личное|несортированные',
  CATEGORY_SOCIAL:
    'social|soziale netzwerke|reseaux sociaux|sociale|sociaal|socialt|socialni site|spolecznosci|соцсети',
  CATEGORY_PROMOTIONS:
    'promotions|promotion|purchases|werbung|promociones|promozioni|promocoes|reclame|reklam|reklamer|reklame|' +
    'oferty|promoakce|промоакции',
  CATEGORY_UPDATES:
    'updates|travel|reservations|finance|bills|neuigkeiten|benachrichtigungen|notifications|notificaciones|' +
    'actualizaciones|aggiornamenti|atualizacoes|uppdateringar|opdateringer|powiadomienia|aktualizace|оповещения',
  CATEGORY_FORUMS: 'forums|forum|foren|foros|foruns|fora|fora en groepen|forumok|форумы',
};

const CATEGORY_PREFIX = /^(?:category|kategorie|kategori|kategoria|categorie|categoria|категория)\s*:?\s*/;

const systemIds = byName(SYSTEM_NAMES);
const categoryIds = byName(CATEGORY_NAMES);

/** Label ids of a decoded X-Gmail-Labels value, each once, in order. */
export function readGmailLabels(decoded: string): readonly string[] {
  const ids = new Set<string>();
  for (const name of splitList(decoded)) {
    const id = labelIdOf(name);
    if (id !== '') ids.add(id);
  }
  return [...ids];
}

/** The id of a label or mail folder by its name in any of the listed languages; the name itself where it is not a system label. */
export function labelIdOf(name: string): string {
  const folded = foldLabel(name);
  const system = systemIds.get(folded);
  if (system !== undefined) return system;
  const category = folded.replace(CATEGORY_PREFIX, '');
  return (category === folded ? undefined : categoryIds.get(category)) ?? name.trim();
}

/** Splits at commas outside double quotes; `""` inside quotes is a quote (RFC 4180). */
function splitList(list: string): readonly string[] {
  const names = list.match(/(?:"(?:[^"]|"")*"|[^,"])+/g) ?? [];
  return names
    .map((name) => name.replaceAll(/"((?:[^"]|"")*)"/g, (_, inner: string) => inner.replaceAll('""', '"')).trim())
    .filter((name) => name !== '');
}

/** Lower case without accents, quotation marks and doubled spaces. */
function foldLabel(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/["'“”„«»‘’]/g, '')
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function byName(names: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const [id, list] of Object.entries(names)) for (const name of list.split('|')) ids.set(foldLabel(name), id);
  return ids;
}
