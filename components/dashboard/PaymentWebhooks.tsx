import { DeliveryRow } from "@/components/webhooks/DeliveryRow";
import type { DeliveryView } from "@/lib/webhooks/views";

/** What a seller's server was told of one payment. Nothing where it was told of nothing. */
export function PaymentWebhooks({ deliveries }: { deliveries: readonly DeliveryView[] }) {
  if (deliveries.length === 0) return null;
  return (
    <section aria-labelledby="payment-webhooks" className="mt-4">
      <h2 id="payment-webhooks" className="mb-2 text-4">
        Webhooks
      </h2>
      <ul>
        {deliveries.map((delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} withSubject={false} />
        ))}
      </ul>
    </section>
  );
}
