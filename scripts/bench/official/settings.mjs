/** What both official servers sell, and where they send it. */
export const PORT = Number(process.env.PORT);

/** One route, as a seller would write it down. */
export const sold = () => ({
  accepts: { scheme: "exact", price: "$0.001", network: "eip155:84532", payTo: process.env.PAY_TO },
  description: "Says your words back.",
  mimeType: "application/json",
});
