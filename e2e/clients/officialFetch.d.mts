export function v1Fetch(privateKey: `0x${string}`): Promise<typeof fetch>;
export function v2Fetch(privateKey: `0x${string}`): typeof fetch;
