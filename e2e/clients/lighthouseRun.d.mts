export type LighthouseAudit = { id: string; score: number | null; mode: string; items: number; errorMessage: string | null };

export function lighthouseSeo(url: string, port: number): Promise<{ error: string | null; audits: LighthouseAudit[] }>;
