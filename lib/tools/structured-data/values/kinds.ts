/** What a value has to look like. */
export type ValueKind =
  | "date"
  | "duration"
  | "time"
  | "url"
  | "price"
  | "currency"
  | "number"
  | "whole"
  | "rating"
  | "latitude"
  | "longitude"
  | "yes_or_no"
  | "language"
  | "email"
  | "gtin"
  | `one of ${keyof typeof ENUMERATIONS}`;

/** Members by their short names; all but the last two lists are addresses at schema.org. */
export const ENUMERATIONS = {
  availability:
    "BackOrder Discontinued InStock InStoreOnly LimitedAvailability MadeToOrder OnlineOnly OutOfStock PreOrder PreSale Reserved SoldOut",
  condition: "DamagedCondition NewCondition RefurbishedCondition UsedCondition",
  eventStatus: "EventCancelled EventMovedOnline EventPostponed EventRescheduled EventScheduled",
  attendance: "MixedEventAttendanceMode OfflineEventAttendanceMode OnlineEventAttendanceMode",
  day: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday PublicHolidays",
  employment: "FULL_TIME PART_TIME CONTRACTOR TEMPORARY INTERN VOLUNTEER PER_DIEM OTHER",
  jobPlace: "TELECOMMUTE",
} as const;

const OF_KIND: Record<string, string> = {
  date: "datePublished dateModified dateCreated uploadDate datePosted validThrough validFrom priceValidUntil startDate endDate previousStartDate expires foundingDate birthDate releaseDate doorTime",
  duration: "prepTime cookTime totalTime performTime timeRequired",
  time: "opens closes",
  url: "url sameAs contentUrl embedUrl thumbnailUrl downloadUrl installUrl discussionUrl hasMap image logo item",
  price: "price lowPrice highPrice minPrice maxPrice",
  currency: "priceCurrency salaryCurrency currency",
  number: "bestRating worstRating",
  rating: "ratingValue",
  whole: "ratingCount reviewCount offerCount numberOfItems position",
  latitude: "latitude",
  longitude: "longitude",
  yes_or_no: "isAccessibleForFree directApply isFamilyFriendly",
  language: "inLanguage",
  email: "email",
  gtin: "gtin gtin8 gtin12 gtin13 gtin14",
  "one of availability": "availability",
  "one of condition": "itemCondition",
  "one of eventStatus": "eventStatus",
  "one of attendance": "eventAttendanceMode",
  "one of day": "dayOfWeek",
  "one of employment": "employmentType",
  "one of jobPlace": "jobLocationType",
};

const KIND_OF = new Map(Object.entries(OF_KIND).flatMap(([kind, names]) => names.split(" ").map((name) => [name, kind as ValueKind])));

/** What the plain values of a property have to look like; null where anything will do. */
export function kindOf(property: string): ValueKind | null {
  return KIND_OF.get(property) ?? null;
}
