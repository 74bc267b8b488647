import type { Answer } from "./page";

/** A page with about every fault that an audit should find: each of them is there on purpose. */
export function faulty(origin: string): Answer {
  const body = `<html>
<head>
<meta http-equiv="refresh" content="600; url=/faulty">
<title>Home</title>
<title>Home again</title>
<meta name="description" content="Bread.">
<meta name="description" content="More bread.">
<meta name="robots" content="noindex, follow">
<meta name="keywords" content="bread, bread, bread">
<link rel="canonical" href="/article">
<link rel="canonical" href="${origin}/product">
<link rel="alternate" hreflang="xx-YY" href="/de/">
<link rel="alternate" hreflang="de" href="/missing">
<meta property="og:title" content="">
<meta property="og:image" content="loaf.png">
<script type="application/ld+json">{ "@type": "Article" </script>
<script src="http://example.com/slow.js"></script>
</head>
<body>
<h3>Welcome</h3>
<h1></h1>
<h1>Bread</h1>
<h1>More bread</h1>
<img src="/loaf.png">
<img src="/gone.png" alt="">
<p>Buy bread.</p>
<a href="/missing">click here</a>
<a href="/older">here</a>
<a href="">read more</a>
<a href="javascript:void(0)">more</a>
<a href="/product"></a>
<iframe src="http://example.com/frame"></iframe>
<font color="red"><center>Fresh today!</center></font>
</body>
</html>
`;
  return { type: "text/html", headers: { "x-robots-tag": "noarchive" }, body };
}
