import { trialCheck } from "../trialCheck";

export const tooSmall = trialCheck("too_small", {
  id: "refuses-too-small",
  title: "Refuses a payment that is too small",
  mend: "Compare the authorization's value with your price before you run anything, and verify the payment with your facilitator.",
});
