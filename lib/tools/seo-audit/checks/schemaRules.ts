type Rule = { required: readonly string[]; recommended: readonly string[] };

/** What search engines ask of the types that they show something for. "a|b" asks for one of both. */
export const RULES: Readonly<Record<string, Rule>> = {
  Article: { required: [], recommended: ["headline", "image", "datePublished", "author"] },
  BreadcrumbList: { required: ["itemListElement"], recommended: [] },
  ListItem: { required: ["position"], recommended: [] },
  Product: { required: ["name", "offers|review|aggregateRating"], recommended: ["image", "description"] },
  Offer: { required: ["price|priceSpecification", "priceCurrency|priceSpecification"], recommended: ["availability"] },
  AggregateOffer: { required: ["lowPrice", "priceCurrency"], recommended: ["highPrice", "offerCount"] },
  AggregateRating: { required: ["ratingValue", "ratingCount|reviewCount"], recommended: [] },
  Review: { required: ["author", "reviewRating|itemReviewed"], recommended: ["datePublished"] },
  Rating: { required: ["ratingValue"], recommended: [] },
  Recipe: { required: ["name", "image"], recommended: ["recipeIngredient", "recipeInstructions", "totalTime|cookTime", "author"] },
  Event: { required: ["name", "startDate", "location"], recommended: ["endDate", "eventStatus", "offers", "image"] },
  JobPosting: {
    required: ["title", "description", "datePosted", "hiringOrganization", "jobLocation|applicantLocationRequirements"],
    recommended: ["validThrough", "employmentType", "baseSalary"],
  },
  LocalBusiness: { required: ["name", "address"], recommended: ["telephone", "openingHoursSpecification|openingHours", "geo", "url"] },
  Organization: { required: [], recommended: ["name", "url", "logo"] },
  VideoObject: { required: ["name", "thumbnailUrl", "uploadDate"], recommended: ["description", "duration", "contentUrl|embedUrl"] },
  FAQPage: { required: ["mainEntity"], recommended: [] },
  QAPage: { required: ["mainEntity"], recommended: [] },
  Question: { required: ["name", "acceptedAnswer|suggestedAnswer"], recommended: [] },
  Course: { required: ["name", "description"], recommended: ["provider"] },
  SoftwareApplication: { required: ["name", "offers", "aggregateRating|review"], recommended: ["applicationCategory", "operatingSystem"] },
  Dataset: { required: ["name", "description"], recommended: ["license", "creator"] },
  Book: { required: ["name", "author"], recommended: ["workExample", "url"] },
  Movie: { required: ["name", "image"], recommended: ["director", "dateCreated"] },
  Person: { required: ["name"], recommended: [] },
  WebSite: { required: ["name", "url"], recommended: [] },
};

const KINDS: Readonly<Record<string, readonly string[]>> = {
  Article: ["NewsArticle", "BlogPosting", "TechArticle", "ScholarlyArticle", "Report"],
  LocalBusiness: [
    ...["Restaurant", "Store", "Bakery", "CafeOrCoffeeShop", "BarOrPub", "Hotel", "Dentist", "Physician", "AutoRepair", "HairSalon"],
    ...["RealEstateAgent", "LegalService", "FoodEstablishment", "LodgingBusiness", "MedicalBusiness", "ProfessionalService"],
  ],
  Event: ["MusicEvent", "SportsEvent", "TheaterEvent", "BusinessEvent", "EducationEvent", "Festival", "ExhibitionEvent"],
  Organization: ["Corporation", "OnlineStore", "OnlineBusiness", "NewsMediaOrganization", "EducationalOrganization", "NGO"],
  SoftwareApplication: ["MobileApplication", "WebApplication", "VideoGame"],
};

/** Kinds of a type that the same is asked of. */
export const TYPE_NAMES = new Map(Object.entries(KINDS).flatMap(([type, kinds]) => kinds.map((kind) => [kind, type] as const)));
