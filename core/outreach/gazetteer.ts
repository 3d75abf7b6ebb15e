/**
 * Towns that job mail names, with their place on the globe to a tenth of a degree (about 10 km).
 *
 * Tells a town from a name, and a job that one can travel to daily from one that means moving. Written from general
 * knowledge; a town that is missing is only compared by name.
 */
const TOWNS = `
london 51.5 -0.1 gb|canary wharf 51.5 0.0 gb|clerkenwell 51.5 -0.1 gb|shoreditch 51.5 -0.1 gb|croydon 51.4 -0.1 gb|manchester 53.5 -2.2 gb|salford 53.5 -2.3 gb|birmingham 52.5 -1.9 gb|coventry 52.4 -1.5 gb|leeds 53.8 -1.5 gb|bradford 53.8 -1.8 gb|harrogate 54.0 -1.5 gb|wakefield 53.7 -1.5 gb|huddersfield 53.6 -1.8 gb|halifax 53.7 -1.9 gb|york 54.0 -1.1 gb|sheffield 53.4 -1.5 gb|hull 53.7 -0.3 gb|liverpool 53.4 -3.0 gb|newcastle 55.0 -1.6 gb|sunderland 54.9 -1.4 gb|middlesbrough 54.6 -1.2 gb|glasgow 55.9 -4.3 gb|edinburgh 55.9 -3.2 gb|aberdeen 57.1 -2.1 gb|dundee 56.5 -3.0 gb|inverness 57.5 -4.2 gb|cardiff 51.5 -3.2 gb|swansea 51.6 -3.9 gb|newport 51.6 -3.0 gb|bristol 51.5 -2.6 gb|bath 51.4 -2.4 gb|exeter 50.7 -3.5 gb|plymouth 50.4 -4.1 gb|southampton 50.9 -1.4 gb|portsmouth 50.8 -1.1 gb|brighton 50.8 -0.1 gb|reading 51.5 -1.0 gb|oxford 51.8 -1.3 gb|cambridge 52.2 0.1 gb|milton keynes 52.0 -0.8 gb|luton 51.9 -0.4 gb|watford 51.7 -0.4 gb|slough 51.5 -0.6 gb|guildford 51.2 -0.6 gb|norwich 52.6 1.3 gb|ipswich 52.1 1.2 gb|peterborough 52.6 -0.2 gb|nottingham 53.0 -1.1 gb|derby 52.9 -1.5 gb|leicester 52.6 -1.1 gb|northampton 52.2 -0.9 gb|stoke 53.0 -2.2 gb|stoke-on-trent 53.0 -2.2 gb|wolverhampton 52.6 -2.1 gb|preston 53.8 -2.7 gb|blackpool 53.8 -3.0 gb|bolton 53.6 -2.4 gb|warrington 53.4 -2.6 gb|chester 53.2 -2.9 gb|crewe 53.1 -2.4 gb|doncaster 53.5 -1.1 gb|lincoln 53.2 -0.5 gb|swindon 51.6 -1.8 gb|basingstoke 51.3 -1.1 gb|bracknell 51.4 -0.7 gb|maidenhead 51.5 -0.7 gb|windsor 51.5 -0.6 gb|woking 51.3 -0.6 gb|crawley 51.1 -0.2 gb|maidstone 51.3 0.5 gb|canterbury 51.3 1.1 gb|colchester 51.9 0.9 gb|chelmsford 51.7 0.5 gb|southend 51.5 0.7 gb|stevenage 51.9 -0.2 gb|st albans 51.8 -0.3 gb|hemel hempstead 51.8 -0.5 gb|aylesbury 51.8 -0.8 gb|high wycombe 51.6 -0.8 gb|telford 52.7 -2.4 gb|shrewsbury 52.7 -2.8 gb|worcester 52.2 -2.2 gb|hereford 52.1 -2.7 gb|taunton 51.0 -3.1 gb|truro 50.3 -5.1 gb|falmouth 50.2 -5.1 gb|lancaster 54.0 -2.8 gb|carlisle 54.9 -2.9 gb|durham uk 54.8 -1.6 gb|barnsley 53.6 -1.5 gb|rotherham 53.4 -1.4 gb|stockport 53.4 -2.2 gb|wigan 53.5 -2.6 gb|macclesfield 53.3 -2.1 gb|stirling 56.1 -3.9 gb|perth uk 56.4 -3.4 gb|livingston 55.9 -3.5 gb|wrexham 53.0 -3.0 gb|gloucester 51.9 -2.2 gb|cheltenham 51.9 -2.1 gb|bournemouth 50.7 -1.9 gb|belfast 54.6 -5.9 gb|
dublin 53.3 -6.3 ie|cork 51.9 -8.5 ie|galway 53.3 -9.1 ie|limerick 52.7 -8.6 ie|
paris 48.9 2.3 fr|lyon 45.8 4.8 fr|marseille 43.3 5.4 fr|toulouse 43.6 1.4 fr|nantes 47.2 -1.6 fr|bordeaux 44.8 -0.6 fr|lille 50.6 3.1 fr|strasbourg 48.6 7.8 fr|rennes 48.1 -1.7 fr|grenoble 45.2 5.7 fr|montpellier 43.6 3.9 fr|nice 43.7 7.3 fr|sophia antipolis 43.6 7.1 fr|rouen 49.4 1.1 fr|tours 47.4 0.7 fr|dijon 47.3 5.0 fr|angers 47.5 -0.6 fr|reims 49.3 4.0 fr|metz 49.1 6.2 fr|nancy 48.7 6.2 fr|clermont-ferrand 45.8 3.1 fr|la defense 48.9 2.2 fr|orleans 47.9 1.9 fr|brest 48.4 -4.5 fr|
berlin 52.5 13.4 de|hamburg 53.6 10.0 de|munchen 48.1 11.6 de|muenchen 48.1 11.6 de|munich 48.1 11.6 de|koln 50.9 7.0 de|koeln 50.9 7.0 de|cologne 50.9 7.0 de|frankfurt 50.1 8.7 de|stuttgart 48.8 9.2 de|dusseldorf 51.2 6.8 de|duesseldorf 51.2 6.8 de|leipzig 51.3 12.4 de|dortmund 51.5 7.5 de|essen 51.5 7.0 de|bremen 53.1 8.8 de|dresden 51.1 13.7 de|hannover 52.4 9.7 de|hanover 52.4 9.7 de|nurnberg 49.5 11.1 de|nuremberg 49.5 11.1 de|duisburg 51.4 6.8 de|bochum 51.5 7.2 de|wuppertal 51.3 7.2 de|bielefeld 52.0 8.5 de|bonn 50.7 7.1 de|munster 52.0 7.6 de|karlsruhe 49.0 8.4 de|mannheim 49.5 8.5 de|augsburg 48.4 10.9 de|wiesbaden 50.1 8.2 de|mainz 50.0 8.3 de|freiburg 48.0 7.8 de|heidelberg 49.4 8.7 de|darmstadt 49.9 8.7 de|ulm 48.4 10.0 de|wolfsburg 52.4 10.8 de|kiel 54.3 10.1 de|rostock 54.1 12.1 de|jena 50.9 11.6 de|erfurt 51.0 11.0 de|aachen 50.8 6.1 de|potsdam 52.4 13.1 de|ingolstadt 48.8 11.4 de|regensburg 49.0 12.1 de|wurzburg 49.8 9.9 de|
wien 48.2 16.4 at|vienna 48.2 16.4 at|graz 47.1 15.4 at|linz 48.3 14.3 at|salzburg 47.8 13.0 at|innsbruck 47.3 11.4 at|zurich 47.4 8.5 ch|zuerich 47.4 8.5 ch|geneva 46.2 6.1 ch|geneve 46.2 6.1 ch|genf 46.2 6.1 ch|basel 47.6 7.6 ch|bern 46.9 7.4 ch|lausanne 46.5 6.6 ch|zug 47.2 8.5 ch|luzern 47.1 8.3 ch|lugano 46.0 9.0 ch|winterthur 47.5 8.7 ch|st gallen 47.4 9.4 ch|vaduz 47.1 9.5 li|luxembourg 49.6 6.1 lu|
amsterdam 52.4 4.9 nl|rotterdam 51.9 4.5 nl|utrecht 52.1 5.1 nl|den haag 52.1 4.3 nl|the hague 52.1 4.3 nl|eindhoven 51.4 5.5 nl|groningen 53.2 6.6 nl|delft 52.0 4.4 nl|haarlem 52.4 4.6 nl|leiden 52.2 4.5 nl|nijmegen 51.8 5.9 nl|arnhem 52.0 5.9 nl|tilburg 51.6 5.1 nl|breda 51.6 4.8 nl|maastricht 50.9 5.7 nl|enschede 52.2 6.9 nl|zwolle 52.5 6.1 nl|almere 52.4 5.2 nl|amersfoort 52.2 5.4 nl|hilversum 52.2 5.2 nl|brussels 50.9 4.4 be|brussel 50.9 4.4 be|bruxelles 50.9 4.4 be|antwerp 51.2 4.4 be|antwerpen 51.2 4.4 be|ghent 51.1 3.7 be|gent 51.1 3.7 be|leuven 50.9 4.7 be|liege 50.6 5.6 be|bruges 51.2 3.2 be|
madrid 40.4 -3.7 es|barcelona 41.4 2.2 es|valencia 39.5 -0.4 es|sevilla 37.4 -6.0 es|seville 37.4 -6.0 es|zaragoza 41.7 -0.9 es|malaga 36.7 -4.4 es|bilbao 43.3 -2.9 es|alicante 38.3 -0.5 es|murcia 38.0 -1.1 es|palma 39.6 2.7 es|granada 37.2 -3.6 es|vigo 42.2 -8.7 es|coruna 43.4 -8.4 es|valladolid 41.7 -4.7 es|san sebastian 43.3 -2.0 es|pamplona 42.8 -1.6 es|santander 43.5 -3.8 es|oviedo 43.4 -5.8 es|gijon 43.5 -5.7 es|lisbon 38.7 -9.1 pt|lisboa 38.7 -9.1 pt|porto 41.2 -8.6 pt|braga 41.5 -8.4 pt|
rome 41.9 12.5 it|roma 41.9 12.5 it|milan 45.5 9.2 it|milano 45.5 9.2 it|turin 45.1 7.7 it|torino 45.1 7.7 it|bologna 44.5 11.3 it|florence 43.8 11.3 it|firenze 43.8 11.3 it|naples 40.9 14.3 it|napoli 40.9 14.3 it|genova 44.4 8.9 it|genoa 44.4 8.9 it|venice 45.4 12.3 it|venezia 45.4 12.3 it|verona 45.4 11.0 it|padova 45.4 11.9 it|trieste 45.6 13.8 it|bari 41.1 16.9 it|palermo 38.1 13.4 it|catania 37.5 15.1 it|pisa 43.7 10.4 it|modena 44.6 10.9 it|parma 44.8 10.3 it|bergamo 45.7 9.7 it|brescia 45.5 10.2 it|trento 46.1 11.1 it|
copenhagen 55.7 12.6 dk|kobenhavn 55.7 12.6 dk|aarhus 56.2 10.2 dk|odense 55.4 10.4 dk|stockholm 59.3 18.1 se|gothenburg 57.7 12.0 se|goteborg 57.7 12.0 se|malmo 55.6 13.0 se|uppsala 59.9 17.6 se|lund 55.7 13.2 se|linkoping 58.4 15.6 se|oslo 59.9 10.8 no|bergen 60.4 5.3 no|trondheim 63.4 10.4 no|stavanger 59.0 5.7 no|helsinki 60.2 24.9 fi|tampere 61.5 23.8 fi|espoo 60.2 24.7 fi|turku 60.5 22.3 fi|reykjavik 64.1 -21.9 is|tallinn 59.4 24.8 ee|riga 56.9 24.1 lv|vilnius 54.7 25.3 lt|
warsaw 52.2 21.0 pl|warszawa 52.2 21.0 pl|krakow 50.1 19.9 pl|wroclaw 51.1 17.0 pl|gdansk 54.4 18.6 pl|poznan 52.4 16.9 pl|lodz 51.8 19.5 pl|katowice 50.3 19.0 pl|prague 50.1 14.4 cz|praha 50.1 14.4 cz|brno 49.2 16.6 cz|bratislava 48.1 17.1 sk|budapest 47.5 19.0 hu|bucharest 44.4 26.1 ro|cluj 46.8 23.6 ro|sofia 42.7 23.3 bg|zagreb 45.8 16.0 hr|split 43.5 16.4 hr|ljubljana 46.1 14.5 si|belgrade 44.8 20.5 rs|athens 38.0 23.7 gr|thessaloniki 40.6 22.9 gr|nicosia 35.2 33.4 cy|limassol 34.7 33.0 cy|valletta 35.9 14.5 mt|malta 35.9 14.4 mt|istanbul 41.0 29.0 tr|ankara 39.9 32.9 tr|izmir 38.4 27.1 tr|kyiv 50.5 30.5 ua|lviv 49.8 24.0 ua|
tel aviv 32.1 34.8 il|jerusalem 31.8 35.2 il|haifa 32.8 35.0 il|dubai 25.2 55.3 ae|abu dhabi 24.5 54.4 ae|doha 25.3 51.5 qa|riyadh 24.7 46.7 sa|jeddah 21.5 39.2 sa|kuwait 29.4 48.0 kw|manama 26.2 50.6 bh|muscat 23.6 58.4 om|cairo 30.0 31.2 eg|casablanca 33.6 -7.6 ma|tunis 36.8 10.2 tn|lagos 6.5 3.4 ng|abuja 9.1 7.5 ng|accra 5.6 -0.2 gh|nairobi -1.3 36.8 ke|johannesburg -26.2 28.0 za|cape town -33.9 18.4 za|pretoria -25.7 28.2 za|durban -29.9 31.0 za|kampala 0.3 32.6 ug|kigali -1.9 30.1 rw|
mumbai 19.1 72.9 in|delhi 28.6 77.2 in|new delhi 28.6 77.2 in|noida 28.6 77.3 in|gurgaon 28.5 77.0 in|gurugram 28.5 77.0 in|bangalore 13.0 77.6 in|bengaluru 13.0 77.6 in|hyderabad 17.4 78.5 in|chennai 13.1 80.3 in|pune 18.5 73.9 in|kolkata 22.6 88.4 in|ahmedabad 23.0 72.6 in|kochi 9.9 76.3 in|karachi 24.9 67.0 pk|lahore 31.5 74.3 pk|islamabad 33.7 73.0 pk|dhaka 23.8 90.4 bd|colombo 6.9 79.9 lk|kathmandu 27.7 85.3 np|singapore 1.4 103.8 sg|kuala lumpur 3.1 101.7 my|jakarta -6.2 106.8 id|bangkok 13.8 100.5 th|hanoi 21.0 105.8 vn|ho chi minh city 10.8 106.7 vn|manila 14.6 121.0 ph|hong kong 22.3 114.2 hk|shenzhen 22.5 114.1 cn|shanghai 31.2 121.5 cn|beijing 39.9 116.4 cn|taipei 25.0 121.6 tw|seoul 37.6 127.0 kr|tokyo 35.7 139.7 jp|osaka 34.7 135.5 jp|kyoto 35.0 135.8 jp|sydney -33.9 151.2 au|melbourne -37.8 145.0 au|brisbane -27.5 153.0 au|perth -31.9 115.9 au|adelaide -34.9 138.6 au|canberra -35.3 149.1 au|auckland -36.8 174.8 nz|wellington -41.3 174.8 nz|christchurch -43.5 172.6 nz|
new york 40.7 -74.0 us|nyc 40.7 -74.0 us|manhattan 40.8 -74.0 us|brooklyn 40.7 -73.9 us|jersey city 40.7 -74.1 us|newark 40.7 -74.2 us|boston 42.4 -71.1 us|cambridge ma 42.4 -71.1 us|philadelphia 40.0 -75.2 us|pittsburgh 40.4 -80.0 us|baltimore 39.3 -76.6 us|washington 38.9 -77.0 us|washington dc 38.9 -77.0 us|arlington 38.9 -77.1 us|richmond 37.5 -77.4 us|charlotte 35.2 -80.8 us|raleigh 35.8 -78.6 us|durham 36.0 -78.9 us|atlanta 33.7 -84.4 us|alpharetta 34.1 -84.3 us|miami 25.8 -80.2 us|orlando 28.5 -81.4 us|tampa 28.0 -82.5 us|jacksonville 30.3 -81.7 us|nashville 36.2 -86.8 us|memphis 35.1 -90.0 us|new orleans 30.0 -90.1 us|houston 29.8 -95.4 us|dallas 32.8 -96.8 us|plano 33.0 -96.7 us|irving 32.8 -96.9 us|fort worth 32.8 -97.3 us|austin 30.3 -97.7 us|san antonio 29.4 -98.5 us|oklahoma city 35.5 -97.5 us|tulsa 36.2 -96.0 us|kansas city 39.1 -94.6 us|st louis 38.6 -90.2 us|st. louis 38.6 -90.2 us|omaha 41.3 -95.9 us|des moines 41.6 -93.6 us|minneapolis 45.0 -93.3 us|milwaukee 43.0 -87.9 us|madison 43.1 -89.4 us|chicago 41.9 -87.6 us|indianapolis 39.8 -86.2 us|detroit 42.3 -83.0 us|ann arbor 42.3 -83.7 us|columbus 40.0 -83.0 us|cleveland 41.5 -81.7 us|cincinnati 39.1 -84.5 us|louisville 38.3 -85.8 us|buffalo 42.9 -78.9 us|rochester 43.2 -77.6 us|albany 42.7 -73.8 us|hartford 41.8 -72.7 us|stamford 41.1 -73.5 us|providence 41.8 -71.4 us|denver 39.7 -105.0 us|boulder 40.0 -105.3 us|salt lake city 40.8 -111.9 us|phoenix 33.4 -112.1 us|scottsdale 33.5 -111.9 us|tempe 33.4 -111.9 us|tucson 32.2 -111.0 us|albuquerque 35.1 -106.7 us|las vegas 36.2 -115.1 us|reno 39.5 -119.8 us|los angeles 34.1 -118.2 us|santa monica 34.0 -118.5 us|irvine 33.7 -117.8 us|san diego 32.7 -117.2 us|san francisco 37.8 -122.4 us|bay area 37.6 -122.2 us|oakland 37.8 -122.3 us|san jose 37.3 -121.9 us|palo alto 37.4 -122.1 us|mountain view 37.4 -122.1 us|sunnyvale 37.4 -122.0 us|santa clara 37.4 -122.0 us|menlo park 37.5 -122.2 us|sacramento 38.6 -121.5 us|portland 45.5 -122.7 us|seattle 47.6 -122.3 us|bellevue 47.6 -122.2 us|redmond 47.7 -122.1 us|boise 43.6 -116.2 us|honolulu 21.3 -157.9 us|anchorage 61.2 -149.9 us|toronto 43.7 -79.4 ca|mississauga 43.6 -79.6 ca|ottawa 45.4 -75.7 ca|montreal 45.5 -73.6 ca|quebec city 46.8 -71.2 ca|vancouver 49.3 -123.1 ca|calgary 51.0 -114.1 ca|edmonton 53.5 -113.5 ca|winnipeg 49.9 -97.1 ca|halifax ns 44.6 -63.6 ca|waterloo 43.5 -80.5 ca|
mexico city 19.4 -99.1 mx|ciudad de mexico 19.4 -99.1 mx|cdmx 19.4 -99.1 mx|guadalajara 20.7 -103.3 mx|monterrey 25.7 -100.3 mx|bogota 4.7 -74.1 co|medellin 6.2 -75.6 co|lima -12.0 -77.0 pe|quito -0.2 -78.5 ec|santiago de chile -33.4 -70.7 cl|buenos aires -34.6 -58.4 ar|cordoba -31.4 -64.2 ar|montevideo -34.9 -56.2 uy|sao paulo -23.6 -46.6 br|rio de janeiro -22.9 -43.2 br|caracas 10.5 -66.9 ve|panama city 9.0 -79.5 pa|san jose costa rica 9.9 -84.1 cr`;

/** Countries, states and regions: a place, but not one to measure from. */
const REGIONS =
  'united kingdom|uk|england|scotland|wales|ireland|northern ireland|yorkshire|france|germany|deutschland|austria|switzerland|schweiz|suisse|netherlands|nederland|belgium|belgie|spain|espana|portugal|italy|italia|denmark|sweden|norway|finland|poland|usa|united states|us|canada|australia|new zealand|india|dubai|uae|europe|emea|apac|latam|dach|benelux|nordics|texas|california|florida|nebraska|ohio|georgia|virginia|new jersey|massachusetts|illinois|michigan|washington state|north carolina|colorado|arizona|bavaria|bayern|ile-de-france|midlands|cornwall|kent|surrey|essex|sussex';

interface Town {
  readonly latitude: number;
  readonly longitude: number;
  readonly country: string;
}

const BY_NAME: ReadonlyMap<string, Town> = new Map(
  TOWNS.split('|')
    .map((line) => /^\s*(.+?) (-?[\d.]+) (-?[\d.]+) ([a-z]{2})$/.exec(line.trim()))
    .filter((match) => match !== null)
    .map(
      ([, name = '', latitude, longitude, country = '']) =>
        [name, { latitude: Number(latitude), longitude: Number(longitude), country }] as const,
    ),
);

const PATTERN = new RegExp(
  `(?<![a-z0-9])(?:${[...BY_NAME.keys(), ...REGIONS.split('|')]
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll('.', String.raw`\.`).replaceAll('-', '[ -]'))
    .join('|')})(?![a-z0-9])`,
  'g',
);

/** Towns and regions in folded text with their places; words of lower case in the original are left out (`reading`, `nice`). */
export function placesIn(
  folded: string,
  original: string,
): readonly { readonly name: string; readonly start: number; readonly end: number; readonly town: boolean }[] {
  const found = [];
  for (const match of folded.matchAll(PATTERN)) {
    const start = match.index;
    const end = start + match[0].length;
    const first = original.charAt(start);
    if (first === folded.charAt(start)) continue;
    found.push({
      name: original.slice(start, end),
      start,
      end,
      town: BY_NAME.has(match[0].replaceAll('-', ' ')) || BY_NAME.has(match[0]),
    });
  }
  return found;
}

function townOf(folded: string): Town | undefined {
  return BY_NAME.get(folded) ?? BY_NAME.get(folded.replaceAll('-', ' '));
}

/** Kilometres between two towns by their folded names (haversine); undefined where one is unknown. */
export function kilometresBetween(a: string, b: string): number | undefined {
  const from = townOf(a);
  const to = townOf(b);
  if (!from || !to) return undefined;
  const radians = Math.PI / 180;
  const latitude = (to.latitude - from.latitude) * radians;
  const longitude = (to.longitude - from.longitude) * radians;
  const half =
    Math.sin(latitude / 2) ** 2 +
    Math.cos(from.latitude * radians) * Math.cos(to.latitude * radians) * Math.sin(longitude / 2) ** 2;
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(half)));
}
