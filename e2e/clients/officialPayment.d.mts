export function officialPayment(paymentRequired: unknown, privateKey: `0x${string}`): Promise<Record<string, unknown>>;
