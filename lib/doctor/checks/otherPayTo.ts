import { trialCheck } from "../trialCheck";

export const otherPayTo = trialCheck("other_pay_to", {
  id: "refuses-other-pay-to",
  title: "Refuses a payment to somebody else",
  mend: "Compare the authorization's to with your own payTo before you run anything.",
});
