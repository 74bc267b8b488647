import { type Need, type RichResult, rich } from "./types";

const RATED: readonly Need[] = ["aggregateRating > ratingValue", "aggregateRating > ratingCount|reviewCount"];
const REVIEWED: readonly Need[] = ["review > author", "review > reviewRating", "review > reviewRating.ratingValue"];
const PRICE: Need = "offers > price|priceSpecification.price|lowPrice";

const PRODUCT_SNIPPET = rich("Product snippet", {
  page: "product-snippet",
  required: ["name", "offers|review|aggregateRating", PRICE, ...RATED, ...REVIEWED],
  recommended: ["offers > priceCurrency|priceSpecification.priceCurrency", "offers > availability", "aggregateRating", "review"],
});

const MERCHANT_LISTING = rich("Merchant listing", {
  page: "merchant-listing",
  note: "For pages on which the product can be bought.",
  when: "offers.price|offers.priceSpecification.price|offers.availability",
  required: [
    ...["name", "image", "offers", "offers > price|priceSpecification.price"],
    "offers > priceCurrency|priceSpecification.priceCurrency",
  ],
  recommended: [
    ...["description", "brand", "gtin|gtin8|gtin12|gtin13|gtin14|isbn|mpn|sku", "aggregateRating", "review"],
    ...["offers > availability", "offers > itemCondition", "offers > hasMerchantReturnPolicy", "offers > shippingDetails"],
  ],
});

const EVENT = rich("Event", {
  page: "event",
  required: ["name", "startDate", "location", "location > address|url"],
  recommended: [
    ...["description", "endDate", "eventStatus", "image", "location > name", "organizer", "organizer > name", "performer", "offers"],
    ...["offers > price", "offers > priceCurrency", "offers > availability", "offers > url"],
  ],
});

const ORGANIZATION = rich("Organization", {
  page: "organization",
  note: "Read for knowledge panels and logos.",
  required: [],
  recommended: ["name", "url", "logo", "description", "sameAs", "address", "telephone|email|contactPoint"],
});

const LOCAL_BUSINESS = rich("Local business", {
  page: "local-business",
  required: ["name", "address"],
  recommended: ["telephone", "url", "openingHoursSpecification", "geo", "geo > latitude", "geo > longitude", "priceRange"],
});

const JOB = rich("Job posting", {
  page: "job-posting",
  required: [
    ...["title", "description", "datePosted", "hiringOrganization", "hiringOrganization > name"],
    ...["jobLocation|applicantLocationRequirements", "jobLocation > address"],
  ],
  recommended: ["baseSalary", "employmentType", "validThrough", "identifier", "directApply", "jobLocation > address.addressCountry"],
});

const SOFTWARE = rich("Software app", {
  page: "software-app",
  required: ["name", "offers", PRICE, "aggregateRating|review", ...RATED, ...REVIEWED],
  recommended: ["applicationCategory", "operatingSystem", "offers > priceCurrency"],
});

const COURSE = rich("Course list", {
  page: "course",
  note: "Shown for three courses or more.",
  required: ["name", "description"],
  recommended: ["provider"],
});

const DATASET = rich("Dataset Search", {
  page: "dataset",
  state: "elsewhere",
  note: "Listed in Dataset Search, not among web results.",
  required: ["name", "description"],
  recommended: [
    ...["creator", "license", "identifier", "keywords", "url", "version", "isAccessibleForFree", "temporalCoverage", "spatialCoverage"],
    ...["distribution", "distribution > contentUrl"],
  ],
});

const REVIEW = rich("Review snippet", {
  page: "review-snippet",
  required: ["author", "itemReviewed", "itemReviewed > name", "reviewRating", "reviewRating > ratingValue"],
  recommended: ["author > name", "datePublished"],
});

const RATING = rich("Review snippet", {
  page: "review-snippet",
  required: ["itemReviewed", "itemReviewed > name", "ratingValue", "ratingCount|reviewCount"],
  recommended: ["bestRating"],
});

const PERSON = rich("Profile page", {
  page: "profile-page",
  state: "elsewhere",
  note: "Read as what a profile page is about.",
  required: ["name"],
  recommended: ["url|sameAs", "image"],
});

export const THING_RULES: Record<string, readonly RichResult[]> = {
  Product: [PRODUCT_SNIPPET, MERCHANT_LISTING],
  Event: [EVENT],
  Organization: [ORGANIZATION],
  LocalBusiness: [LOCAL_BUSINESS],
  Person: [PERSON],
  JobPosting: [JOB],
  SoftwareApplication: [SOFTWARE],
  Course: [COURSE],
  Dataset: [DATASET],
  Review: [REVIEW],
  AggregateRating: [RATING],
};
