import { type RichResult, rich } from "./types";

const ARTICLE = rich("Article", {
  page: "article",
  required: [],
  recommended: ["headline", "image", "datePublished", "dateModified", "author", "author > name", "author > url|sameAs"],
});

const RECIPE = rich("Recipe", {
  page: "recipe",
  required: ["name", "image"],
  recommended: [
    ...["author", "datePublished", "description", "prepTime", "cookTime", "totalTime", "recipeYield", "recipeCategory", "recipeCuisine"],
    ...["recipeIngredient", "recipeInstructions", "keywords", "nutrition.calories", "aggregateRating", "video"],
  ],
});

const FAQ = rich("FAQ", {
  page: "faqpage",
  state: "retired",
  note: "Google stopped showing it in 2026. Other readers still take questions and answers from it.",
  required: ["mainEntity", "mainEntity > name", "mainEntity > acceptedAnswer", "mainEntity > acceptedAnswer.text"],
});

const HOW_TO = rich("How-to", {
  page: "how-to",
  state: "retired",
  note: "Google stopped showing it in 2023.",
  required: ["name", "step", "step > text|itemListElement|name"],
  recommended: ["image", "totalTime", "supply", "tool"],
});

const BREADCRUMB = rich("Breadcrumb", {
  page: "breadcrumb",
  required: ["itemListElement", "itemListElement > position", "itemListElement > name|item.name"],
});

const SITE_NAME = rich("Site name", { page: "../site-names", required: ["name", "url"], recommended: ["alternateName"] });

const CAROUSEL = rich("Carousel", {
  page: "carousel",
  note: "For lists of recipes, courses, restaurants and movies only.",
  required: ["itemListElement", "itemListElement > position", "itemListElement > url|item"],
  recommended: ["itemListElement > item.name|name"],
});

const PROFILE = rich("Profile page", {
  page: "profile-page",
  required: ["mainEntity", "mainEntity > name"],
  recommended: ["mainEntity > image", "mainEntity > description", "mainEntity > sameAs|url"],
});

const VIDEO = rich("Video", {
  page: "video",
  required: ["name", "thumbnailUrl", "uploadDate"],
  recommended: ["description", "duration", "contentUrl|embedUrl"],
});

export const PAGE_RULES: Record<string, readonly RichResult[]> = {
  Article: [ARTICLE],
  Recipe: [RECIPE],
  FAQPage: [FAQ],
  HowTo: [HOW_TO],
  BreadcrumbList: [BREADCRUMB],
  WebSite: [SITE_NAME],
  ItemList: [CAROUSEL],
  ProfilePage: [PROFILE],
  VideoObject: [VIDEO],
};
