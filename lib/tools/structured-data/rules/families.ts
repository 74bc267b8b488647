/** Kinds of schema.org that search engines treat like the one that they are listed under. */
const FAMILIES: Record<string, string> = {
  Article:
    "NewsArticle BlogPosting TechArticle ScholarlyArticle Report SocialMediaPosting LiveBlogPosting AdvertiserContentArticle SatiricalArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle OpinionNewsArticle ReportageNewsArticle ReviewNewsArticle MedicalScholarlyArticle APIReference",
  Product: "IndividualProduct ProductModel SomeProducts Vehicle Car Motorcycle BusOrCoach MotorizedBicycle DietarySupplement Drug",
  Recipe: "",
  Event:
    "BusinessEvent ChildrensEvent ComedyEvent CourseInstance DanceEvent DeliveryEvent EducationEvent EventSeries ExhibitionEvent Festival FoodEvent Hackathon LiteraryEvent MusicEvent PublicationEvent BroadcastEvent SaleEvent ScreeningEvent SocialEvent SportsEvent TheaterEvent VisualArtsEvent ConferenceEvent",
  FAQPage: "",
  HowTo: "",
  BreadcrumbList: "",
  Organization:
    "Airline Consortium Cooperative Corporation EducationalOrganization CollegeOrUniversity ElementarySchool HighSchool MiddleSchool Preschool School FundingScheme GovernmentOrganization LibrarySystem MedicalOrganization NewsMediaOrganization NGO OnlineBusiness OnlineStore PerformingGroup MusicGroup TheaterGroup DanceGroup PoliticalParty Project ResearchOrganization ResearchProject SearchRescueOrganization SportsOrganization SportsTeam WorkersUnion",
  LocalBusiness:
    "AnimalShelter ArchiveOrganization AutomotiveBusiness AutoBodyShop AutoDealer AutoPartsStore AutoRental AutoRepair AutoWash GasStation MotorcycleDealer ChildCare Dentist DryCleaningOrLaundry EmergencyService FireStation Hospital PoliceStation EmploymentAgency EntertainmentBusiness AmusementPark ArtGallery Casino ComedyClub MovieTheater NightClub FinancialService AccountingService AutomatedTeller BankOrCreditUnion InsuranceAgency FoodEstablishment Bakery BarOrPub Brewery CafeOrCoffeeShop Distillery FastFoodRestaurant IceCreamShop Restaurant Winery GovernmentOffice PostOffice HealthAndBeautyBusiness BeautySalon DaySpa HairSalon HealthClub NailSalon TattooParlor HomeAndConstructionBusiness Electrician GeneralContractor HVACBusiness HousePainter Locksmith MovingCompany Plumber RoofingContractor InternetCafe LegalService Attorney Notary Library LodgingBusiness BedAndBreakfast Campground Hostel Hotel Motel Resort SkiResort VacationRental MedicalBusiness MedicalClinic Optician Pharmacy Physician VeterinaryCare ProfessionalService RadioStation RealEstateAgent RecyclingCenter SelfStorage ShoppingCenter SportsActivityLocation BowlingAlley ExerciseGym GolfCourse PublicSwimmingPool SportsClub StadiumOrArena TennisComplex Store BikeStore BookStore ClothingStore ComputerStore ConvenienceStore DepartmentStore ElectronicsStore Florist FurnitureStore GardenStore GroceryStore HardwareStore HobbyShop HomeGoodsStore JewelryStore LiquorStore MensClothingStore MobilePhoneStore MovieRentalStore MusicStore OfficeEquipmentStore OutletStore PawnShop PetStore ShoeStore SportingGoodsStore TireShop ToyStore WholesaleStore TelevisionStation TouristInformationCenter TravelAgency",
  Person: "Patient",
  ProfilePage: "",
  VideoObject: "VideoObjectSnapshot",
  JobPosting: "",
  SoftwareApplication: "MobileApplication WebApplication",
  WebSite: "",
  Course: "",
  Dataset: "DataFeed CompleteDataFeed StatisticalVariable",
  Review: "CriticReview EmployerReview UserReview MediaReview Recommendation",
  AggregateRating: "EmployerAggregateRating",
  ItemList: "OfferCatalog",
};

/** Types that are seen everywhere, and that no search engine has rules for that are checked here. */
const OTHERS =
  "Thing WebPage AboutPage CheckoutPage CollectionPage ContactPage ItemPage MedicalWebPage QAPage RealEstateListing SearchResultsPage WebPageElement SiteNavigationElement WPHeader WPFooter WPSideBar ImageObject ImageGallery MediaObject AudioObject Offer AggregateOffer PostalAddress Place GeoCoordinates ContactPoint OpeningHoursSpecification Brand Service Question Answer Rating ListItem SearchAction ReadAction EntryPoint Book Movie TVSeries MusicAlbum MusicRecording PodcastEpisode PodcastSeries ProductGroup HowToStep HowToSection CreativeWork Blog DiscussionForumPosting Comment Quiz ClaimReview SpecialAnnouncement MonetaryAmount QuantitativeValue NutritionInformation SpeakableSpecification Country City State MerchantReturnPolicy OfferShippingDetails";

const HEAD_OF = new Map(
  Object.entries(FAMILIES).flatMap(([head, members]) => [head, ...members.split(" ").filter(Boolean)].map((name) => [name, head] as const)),
);
const KNOWN = new Map([...HEAD_OF.keys(), ...OTHERS.split(" ")].map((name) => [name.toLowerCase(), name]));

/** The type whose rules are for this one; null where there are none. */
export function headOf(type: string): string | null {
  return HEAD_OF.get(type) ?? null;
}

/** How schema.org spells a type that was written otherwise; null for one that is right, or not known here. */
export function properSpelling(type: string): string | null {
  const known = KNOWN.get(type.toLowerCase());
  return known !== undefined && known !== type ? known : null;
}
