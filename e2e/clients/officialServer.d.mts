export type OfficialServer = { url: string; runs: () => number; close: () => Promise<void> };
export function officialServer(facilitatorUrl: string, payTo: `0x${string}`): Promise<OfficialServer>;
