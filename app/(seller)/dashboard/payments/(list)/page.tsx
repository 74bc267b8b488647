import type { Metadata } from "next";
import { PaymentsSection } from "@/components/dashboard/PaymentsSection";
import { readPaymentQuery, type SearchParams } from "@/components/dashboard/paymentQuery";
import { readMarketFacts } from "@/components/layout/readMarketFacts";
import { db } from "@/db/client";
import { countSellerPayments } from "@/db/queries/sellerPayments";
import { currentSeller } from "@/lib/auth/currentSeller";
import { firstSteps } from "../../firstSteps";
import { paramsText, readPayments } from "../../readPayments";
import { sellerTools } from "../../sellerTools";

export const metadata: Metadata = { title: "Payments" };

const ROWS = 25;

export default async function PaymentsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [seller, params] = await Promise.all([currentSeller(), searchParams]);
  if (!seller) return null;
  if ((await countSellerPayments(db(), seller, {}, 1)) === 0) return firstSteps(seller);

  const query = readPaymentQuery(params, "all");
  const table = await readPayments(seller, query, new Date(), ROWS);
  return (
    <PaymentsSection
      heading={
        <h1 id="payments-heading" className="text-5">
          Payments
        </h1>
      }
      path="/dashboard/payments"
      params={paramsText(params)}
      query={query}
      {...table}
      tools={(await sellerTools(seller)).map((tool) => tool.slug)}
      explorer={readMarketFacts().explorer}
    />
  );
}
