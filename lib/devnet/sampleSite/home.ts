import { type Answer, page } from "./page";

/** A good home page. */
export function home(origin: string): Answer {
  const bakery = {
    "@context": "https://schema.org",
    "@type": "Bakery",
    name: "Three Ovens Bakery",
    url: `${origin}/`,
    image: `${origin}/loaf.png`,
    telephone: "+49 30 5550142",
    priceRange: "$",
    address: {
      "@type": "PostalAddress",
      streetAddress: "Mill Lane 4",
      addressLocality: "Oldmarket",
      postalCode: "10115",
      addressCountry: "DE",
    },
    openingHours: ["Tu-Fr 06:30-18:00", "Sa 06:30-13:00"],
  };
  return page(
    origin,
    {
      title: "Three Ovens Bakery: sourdough from Mill Lane",
      description:
        "Slow bread from three wood-fired ovens: rye, spelt and wheat loaves that rise for a day and are sold warm from half past six.",
      path: "/",
      data: [bakery],
      extra: `<link rel="alternate" hreflang="en" href="${origin}/">
<link rel="alternate" hreflang="de" href="${origin}/de/">
<link rel="alternate" hreflang="x-default" href="${origin}/">
`,
    },
    `<h1>Bread that takes its time</h1>
<img src="/loaf.png" width="320" height="180" alt="A round loaf with a dark, split crust">
<p>Every evening we mix flour, water and salt, and leave the dough alone until morning. Nothing else goes in, and nothing is hurried.
A day of rest gives our bread its open crumb and a crust that stays crisp until the evening after.</p>
<h2>What comes out of the ovens</h2>
<p>The first oven is for rye. Its stones hold the heat longest, so the heavy loaves go in before dawn and come out at half past six.
The second bakes wheat and spelt, four rounds a morning. The third is small and belongs to whoever has an idea: seeded rolls one week,
plum cake the next.</p>
<h2>Where to find us</h2>
<p>The shop is on Mill Lane, opposite the old weighing house. We are open from Tuesday to Saturday, and once the shelves are empty we close.
Read in our <a href="/article">journal</a> how a starter is kept alive, or look at the <a href="/product">rye loaf</a> that most people come for.</p>`,
  );
}

/** The same in German, as its hreflang says. */
export function homeInGerman(origin: string): Answer {
  return page(
    origin,
    {
      title: "Bäckerei Drei Öfen: Sauerteig aus der Mühlgasse",
      description: "Brot mit Zeit aus drei Holzöfen: Roggen, Dinkel und Weizen, einen Tag lang gereift und ab halb sieben warm verkauft.",
      path: "/de/",
      lang: "de",
      extra: `<link rel="alternate" hreflang="en" href="${origin}/">
<link rel="alternate" hreflang="de" href="${origin}/de/">
<link rel="alternate" hreflang="x-default" href="${origin}/">
`,
    },
    `<h1>Brot, das sich Zeit nimmt</h1>
<p>Jeden Abend mischen wir Mehl, Wasser und Salz und lassen den Teig bis zum Morgen in Ruhe. Mehr kommt nicht hinein, und nichts wird beschleunigt.
Ein Tag Ruhe gibt unserem Brot seine lockere Krume und eine Kruste, die bis zum nächsten Abend knusprig bleibt.</p>`,
  );
}
