import { type Answer, page } from "./page";

/** A good article, with author, date and structured data. */
export function article(origin: string): Answer {
  const title = "How to keep a sourdough starter alive for years";
  const description =
    "Flour, water and a habit: what our oldest starter is fed, how we tell that it is hungry, and how it survives a holiday in the cold.";
  const posting = {
    "@context": "https://schema.org",
    "@type": "Article",
    headline: title,
    description,
    image: [`${origin}/loaf.png`],
    datePublished: "2026-03-14T08:00:00+01:00",
    dateModified: "2026-04-02T09:30:00+02:00",
    author: { "@type": "Person", name: "Mara Lindqvist", url: `${origin}/` },
    publisher: { "@type": "Organization", name: "Three Ovens Bakery", logo: { "@type": "ImageObject", url: `${origin}/icon.png` } },
    mainEntityOfPage: `${origin}/article`,
  };
  return page(
    origin,
    { title, description, path: "/article", ogType: "article", data: [posting], extra: META },
    `<article>${TEXT}</article>`,
  );
}

const META = `<meta name="author" content="Mara Lindqvist">
<meta property="article:published_time" content="2026-03-14T08:00:00+01:00">
<meta property="article:modified_time" content="2026-04-02T09:30:00+02:00">
`;

const TEXT = `<h1>How to keep a sourdough starter alive for years</h1>
<p>By <a rel="author" href="/">Mara Lindqvist</a>, <time datetime="2026-03-14">14 March 2026</time></p>
<p>The jar at the back of our cold room is older than the shop. It came with the first oven, a grey paste that smelled of apples, and it has
raised every rye loaf since. People ask for its secret, and are a little sad to hear that there is none. It is fed, and it is not forgotten.</p>
<img src="/loaf.png" width="320" height="180" alt="The first loaf of the day on a wooden board">
<h2>What it eats</h2>
<p>Once a day we take out all but two spoons and give the rest as much water as rye flour, by weight. Whole grain works faster than white,
because more of what yeast lives on sits in the bran. Water from the tap is fine where it does not smell of chlorine; where it does, let it
stand overnight. The jar is covered and never closed: what lives in it needs to breathe, and what it breathes out needs room.</p>
<h2>How it says that it is hungry</h2>
<p>A fed starter rises to twice its height within six hours, is domed on top and smells of fruit. Later it sinks, turns flat and begins to
smell of vinegar. Grey water on top is no illness. It is hunger, and the next meal mends it. Only a pink shade or fur means that the jar has
to go, and even then a spoon from the bottom has often saved the line.</p>
<blockquote><p>Nobody ever killed a starter by feeding it too late. They killed it by giving up on it.</p></blockquote>
<h2>When you go away</h2>
<ul>
<li>For a week: feed it with half the water, and put it into the refrigerator.</li>
<li>For a month: the same, twice as stiff, with a cloth under the lid.</li>
<li>For longer: spread it thin on baking paper, let it dry, and break it into flakes. Water wakes them up again after years.</li>
</ul>
<p>On the day that you come back, two meals in a warm kitchen bring back its strength. Bake on the third. If you would rather have us do the
feeding, the <a href="/product">rye loaf</a> is made with the same jar, and our <a href="/opening-hours.pdf">opening hours</a> are short but kept.</p>`;
