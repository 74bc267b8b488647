/** `GET /api/live`: the process answers; asks nothing of ledger or chain. The barest route there is. */
export function GET(): Response {
  return Response.json({ live: true });
}
