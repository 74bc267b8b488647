/** The small words that hold sentences together, by ISO 639-3 code as franc uses it. Rare ones would only help on the texts that hold them. */
const LISTS: Record<string, string> = {
  eng: "the of and to in is that it for was on are with as his they at be this have from or had by not but what all were we when your can said there an which she do their if will each about how up out them then so some her would him into has more than its who now my over did down only after our very just where most before me too any same could no",
  deu: "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an er hat aus bei wird sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man dann sein wir ich sie nach wenn kann unter dass ihr mein sehr wurde keine unser beim um",
  fra: "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec son aux être cette ou mais nous sa ses elle deux ont même leurs on était très sans tout aussi fait bien où je vous leur y mon ma c'est d'un qu'il si avait été quand peut chez",
  spa: "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni donde quien mucho hace tiene después",
  por: "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles você tinha foram essa num nem suas meu às minha numa pelos",
  ita: "di e il la che in a per un è del non una i le con si da lo al della sono come più ma dei nel alla ha anche gli o su ci se mi delle cui era dal tra essere questo due questa dopo suo loro fra stato quando ho nella poi ai molto io dalla sul tutto tutti fatto lui lei perché così già sua negli noi hanno cosa dove",
  nld: "de van het een en in is dat op te zijn met voor niet aan er die als ook bij naar om ze uit dan hij maar wordt door over nog was of tot heeft hebben we worden kan meer mijn geen wat zo haar ik je deze waar zal onder wel toen hun dit ons na zich al moet werd had mij wij",
  afr: "die van en in is het dat nie vir op met te om aan hy was sy word by ek as ook deur uit maar hulle kan na sal daar hierdie jy my ons wat een sou baie dit",
  swe: "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när nu ska hon under hade efter eller också där vid mot skulle du man mycket sin sedan över alla blir varit mer här utan hur detta än",
  dan: "og i at det er en til af på for med den der som de har ikke et var han men jeg sig fra vi så kan når nu skal hun efter havde eller også ved mod skulle du man meget sin over alle blev bliver være hvad mere her uden hvordan dette end hvis nogle ud dem",
  nob: "og i det er på en til som av for med at den de har ikke et var han men jeg seg fra vi så kan når nå skal hun etter hadde eller også ved mot skulle du man mye sin over alle ble blir være hva mer her uten hvordan dette enn hvis noen ut dem meg bli bare være",
  nno: "og i det er på ein til som av for med at den dei har ikkje eit var han men eg seg frå vi så kan når no skal ho etter hadde eller også ved mot skulle du mykje sin over alle vart blir vere kva meir her utan korleis dette enn om nokon berre meg",
  fin: "ja on ei se että oli hän joka ovat mutta kun tai myös sen kuin hänen jos olla niin mitä ole vain jo minä sitä nyt sekä tämä vielä sitten kanssa joten hyvin ovat siitä meidän ennen jälkeen kaikki mukaan te he noin ehkä joskus",
  ekk: "ja on ei et see oli ta kui ka mis aga ning nad seda oma või ole siis kes pole veel juba mind teda nende sest kuid välja peale enne pärast väga mina",
  pol: "w i na z się nie do to że jest o za po od jak co tak ale jego dla był przez ze są jej czy tylko być już może przed było tym też które który ich tego bardzo gdy pod by mnie została ma go przy lub jeśli oraz jako która u więc gdzie ja nas",
  ces: "a se v na je že s z do o to i jako by pro za ve jsem jsou ale po už tak si bylo od nebo jeho k když co byl byla které která být také jen aby jak při než před ze který jsme ten té jejich velmi kde mezi svou pak tam může podle pokud můj",
  slk: "a sa v na je že s z do o to aj ako by pre za vo som sú ale po už tak si bolo od alebo jeho k keď čo bol bola ktoré ktorá byť tiež len aby pri než pred zo ktorý sme ten tej ich veľmi kde medzi svoju potom tam môže podľa ak môj",
  slv: "in je v na se da za so z ki pa bi ne tudi po ali s kot od ga še pri do kar lahko biti samo med ko kako bil bila bilo tem te to že jih mu če pred sem zelo",
  hrv: "i je u na se da za su s od ne što kao o a iz će ali bi koji to po ili samo do nije više biti bio bila sve kad njegov kada još koje kako prije sam može između nakon ako vrlo ja",
  hun: "a az és hogy nem is egy van volt meg de ez csak már ha mint még el kell azt ki mert lehet sem vagy be minden majd nagyon úgy itt ő ezt én aki akkor között után most fel alatt le azonban amit olyan több",
  ron: "de și în a la cu o pe că nu un din care este se mai pentru sau au ca fi prin după ce sunt al am lui fost era dar cum ale dacă să foarte între fără două i-a mă l-a cel când lor unde toate acest această până nici ea el noi mi",
  lit: "ir į kad yra su iš tai kaip bet buvo per apie jo ne nuo tik prie jau ar dėl po už jie savo bus labai taip kai iki jei mano kuris",
  lvs: "un ir ka no ar uz par tas bija kā bet viņš lai arī pie vai to nav tikai pēc savu viņa kas jau es bez vēl līdz ja ļoti mani",
  tur: "ve bir bu da de için ile çok olarak daha ne ama en gibi olan kadar var sonra o ki mi her iki ya oldu ben ise değil zaman şey önce diye bunu göre hem nasıl onun bile sadece vardı lütfen kendi artık hiç",
  vie: "và của là có trong không cho được với người các một những này đã để khi từ như cũng đến vào ở tôi ra thì về sẽ làm rất nhiều trên nhưng chúng nó phải lại đó theo năm sau còn anh bạn chỉ hay bị nên rồi ai gì",
  ind: "yang dan di dengan untuk tidak ini itu dari dalam akan pada juga ke karena ada oleh mereka bisa kami saya sudah adalah atau lebih telah seperti dia kita harus satu tersebut hanya kepada agar sebagai saat belum tetapi jika para banyak",
  tgl: "ang ng sa na mga at ay hindi si ko mo ito niya para kung siya ako na may ni nang lang kanyang isang din ka pa kay namin sila dahil ngunit wala",
  cat: "de la i que el a en un per amb els no una les del és es al com més o però va ha són hi seva ser també fins quan molt entre això què perquè aquest aquesta dels meu tot sense després nosaltres",
  glg: "de a que o e do da en un para é con non unha os no se na por máis as dos como mais foi ao el das ten á seu súa ou ser cando moi hai nos xa está eu tamén só pola ata isto ela entre era despois sen mesmo",
  swh: "ya na wa kwa ni katika za la cha kuwa hii kama lakini au hiyo yake pia watu ambao baada huo wake sana kila yao hakuna mimi sisi hadi bila",
  als: "e të në i dhe për me një që nga është u nuk më si ka do por ishte kjo ky apo te ai ajo duke tij saj janë kur vetëm shumë pas",
  rus: "и в не на я что с он а как это по но из к у за от так же вы бы о все для его мы то было она только они или был мне уже если когда нет ещё до их во чтобы со была там при который после где под нас может том этот кто очень быть ничего никто мой",
  ukr: "і в не на що з та як це він до а за у про від але для так же був його або бути вже ми вони вона було якщо коли ще по їх при є щоб її тільки також під після які який мене нас може цей дуже був ніхто мій якого тому",
  bel: "і ў не на што з да як гэта ён а за у пра ад але для так жа быў яго або яшчэ мы яны яна было калі па іх пры каб толькі таксама пад пасля які вельмі мой",
  bul: "и на в да за от се с не че е са по като до но ще това има си той или ми при към през след също със беше бъде които който само когато много още ако съм са я го му те ние как преди един тя мога няма моля никой",
  srp: "и је у на се да за су с од не што као о а из ће али би који то по или само до није више бити био била све кад још које како пре сам може између након ако врло",
  mkd: "и на во да за од се со не дека е сум по како до но ќе тоа има си тој или ми при кон низ кој која само кога многу уште ако ја го му ги ние пред еден таа",
  kaz: "және бұл мен бір үшін деп да де емес оның бар болып ол осы туралы кейін сол болды қарай арқылы біз",
  arb: "في من على إلى أن عن مع هذا التي الذي هذه لا ما كان قد أو هو بعد كل بين لم ثم هي كما إذا حتى عند كانت ذلك قبل غير لكن أي نحن أنا لقد سوف يكون إن",
  pes: "و در به از که این را با است برای آن یک خود تا کرد بر هم نیز شد بود من ما شما اگر هر می باید پس اما یا چه وی آنها شده دارد",
  urd: "کے کی ہے میں اور سے کا کو اس نے کہ پر ہیں یہ بھی ایک تھا نہیں وہ ہو کر جو تو ان یا گیا اگر لیے تھے ہم آپ مجھے",
  hin: "के की है में और से का को इस ने कि पर हैं यह भी एक था नहीं वह हो कर जो तो उन या गया अगर लिए थे हम आप मुझे मैं ही तक",
  mar: "आणि आहे या तो ती ते हे मी की व नाही पण होते होता होती एक त्या मला आम्ही केला काही तर आणि साठी",
  npi: "र छ को मा यो पनि भने ले लाई हो गर्न गरेको थियो एक छन् त्यो तर म हामी के नै",
};

const SETS = new Map(Object.entries(LISTS).map(([code, words]) => [code, new Set(words.split(" "))]));

/** The share of the words (each with its count) that are small words of each language that has a list here. */
export function smallWordShares(words: ReadonlyMap<string, number>): Map<string, number> {
  const all = [...words.values()].reduce((sum, count) => sum + count, 0);
  const shares = new Map<string, number>();
  for (const [code, set] of SETS) {
    let small = 0;
    for (const [word, count] of words) if (set.has(word)) small += count;
    shares.set(code, all === 0 ? 0 : small / all);
  }
  return shares;
}
