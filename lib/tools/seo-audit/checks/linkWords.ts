/**
 * Words that say nothing of where a link leads. In each language as people write them on links; compared in lower case,
 * without punctuation at their ends.
 */
const BY_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  en: [
    ...["click here", "click this", "click", "here", "right here", "this", "this link", "link", "this page", "more", "more info", "info"],
    ...[
      "more information",
      "information",
      "read more",
      "see more",
      "learn more",
      "find out more",
      "details",
      "more details",
      "go",
      "start",
    ],
    ...["continue", "continue reading", "view more", "show more", "read on", "tap here", "press here", "download here"],
  ],
  de: [
    ...[
      "hier",
      "hier klicken",
      "klicke hier",
      "klick hier",
      "klicken sie hier",
      "mehr",
      "mehr lesen",
      "weiterlesen",
      "weiter",
      "siehe",
      "dies",
    ],
    ...["das", "link", "dieser link", "mehr erfahren", "mehr infos", "mehr informationen", "details", "lesen sie mehr", "jetzt ansehen"],
  ],
  es: [
    ...[
      "aquí",
      "aqui",
      "haz clic aquí",
      "haga clic aquí",
      "click aquí",
      "click aqui",
      "clicka aquí",
      "clicka aqui",
      "pincha aquí",
      "pincha aqui",
    ],
    ...["más", "mas", "leer más", "leer mas", "ver más", "ver mas", "saber más", "más información", "mas información", "más informacion"],
    ...["mas informacion", "este", "enlace", "este enlace", "empezar", "seguir leyendo"],
  ],
  fr: [
    ...[
      "ici",
      "cliquez ici",
      "cliquer ici",
      "cliquez",
      "lire la suite",
      "en savoir plus",
      "plus",
      "voir plus",
      "suite",
      "la suite",
      "ce lien",
    ],
    ...["lien", "plus d'infos", "plus d'informations", "détails"],
  ],
  pt: [
    ...[
      "aqui",
      "clique aqui",
      "clica aqui",
      "ir",
      "mais",
      "veja mais",
      "ver mais",
      "leia mais",
      "ler mais",
      "saiba mais",
      "mais informação",
    ],
    ...["mais informações", "este link", "link", "continuar lendo"],
  ],
  it: [
    "qui",
    "clicca qui",
    "clicca",
    "leggi tutto",
    "leggi di più",
    "continua",
    "di più",
    "scopri di più",
    "maggiori informazioni",
    "link",
  ],
  nl: ["hier", "klik hier", "lees meer", "lees verder", "meer", "meer info", "meer informatie", "meer lezen", "link", "deze link"],
  sv: ["här", "klicka här", "läs mer", "mer", "mer info", "mer information", "länk", "fortsätt läsa"],
  da: ["her", "klik her", "læs mere", "mere", "mere info", "se mere", "link"],
  nb: ["her", "klikk her", "les mer", "mer", "mer info", "se mer", "lenke"],
  fi: ["tästä", "klikkaa tästä", "täällä", "lue lisää", "lisää", "lisätietoja", "linkki"],
  pl: ["tutaj", "kliknij tutaj", "kliknij", "więcej", "czytaj więcej", "czytaj dalej", "dowiedz się więcej", "zobacz więcej", "link"],
  cs: ["zde", "klikněte zde", "více", "číst více", "číst dál", "více informací", "odkaz"],
  ru: ["здесь", "тут", "нажмите здесь", "кликните здесь", "подробнее", "ещё", "еще", "далее", "читать далее", "читать дальше", "ссылка"],
  uk: ["тут", "натисніть тут", "детальніше", "більше", "читати далі", "посилання"],
  tr: ["buraya", "burada", "tıklayın", "buraya tıklayın", "devamı", "devamını oku", "daha fazla", "detaylar"],
  ja: [
    "ここ",
    "こちら",
    "ここをクリック",
    "こちらをクリック",
    "リンク",
    "続き",
    "続く",
    "続きを読む",
    "もっと見る",
    "詳細",
    "詳しくはこちら",
    "全文表示",
  ],
  ko: ["여기", "클릭", "여기를 클릭", "링크", "자세히", "자세히 보기", "더보기", "더 보기", "계속", "이동", "전체 보기"],
  zh: ["这里", "點擊這裡", "点击这里", "点此", "点击", "更多", "查看更多", "阅读更多", "了解更多", "详情", "链接"],
  ar: ["هنا", "اضغط هنا", "انقر هنا", "المزيد", "اقرأ المزيد", "رابط"],
  fa: [
    "اینجا",
    "این",
    "کلیک کنید",
    "اینجا کلیک کنید",
    "اینجا بزنید",
    "بیشتر",
    "بیشتر بخوانید",
    "بیشتر بدانید",
    "اطلاعات",
    "اطلاعات بیشتر",
    "برو",
    "شروع",
  ],
  hi: ["यहाँ", "यहाँ क्लिक करें", "और पढ़ें", "अधिक", "और जानें"],
  ta: [
    ...["இங்கே", "இங்கே கிளிக் செய்யவும்", "தயவுசெய்து இங்கே அழுத்தவும்", "மேலும்", "மேலும் அறிக", "மேலும் படிக்க", "மேலும் தகவலுக்கு"],
    ...["மேலும் தரவுகளுக்கு", "அடுத்த பக்கம்", "மறுபக்கம்", "முந்தைய பக்கம்", "முன்பக்கம்"],
  ],
};

const LONGEST = 60;
const WORDS = new Map(Object.entries(BY_LANGUAGE).map(([language, words]) => [language, new Set(words)]));
const ALL = new Set(Object.values(BY_LANGUAGE).flat());

/** Does a link of this text say where it leads? Where the language isn't known, all are looked through. */
export function saysNothing(text: string, language: string | null): boolean {
  if (text.length > LONGEST) return false;
  const plain = text.toLowerCase().replaceAll(/^[\s.…!:»›→>«<[(-]+|[\s.…!:»›→>«<\])-]+$/g, "");
  const own = language ? WORDS.get(language.toLowerCase().split("-", 1)[0] ?? "") : undefined;
  if (!language) return ALL.has(plain);
  return own?.has(plain) ?? false;
}
