import { trialCheck } from "../trialCheck";

export const expired = trialCheck("expired", {
  id: "refuses-expired",
  title: "Refuses a payment that has ended",
  mend: "Check validBefore against your clock before you run anything: a payment that has ended can never be settled.",
});
