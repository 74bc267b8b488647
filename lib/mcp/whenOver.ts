/** The same response; `over` is called once its body has gone out, or whoever asked has left. */
export function whenOver(response: Response, left: AbortSignal, over: () => void): Response {
  if (!response.body) {
    over();
    return response;
  }
  const reader = response.body.getReader();
  let told = false;
  const tell = () => {
    if (!told) over();
    told = true;
  };
  left.addEventListener("abort", tell, { once: true });
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      try {
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
        tell();
        controller.close();
      } catch (error) {
        tell();
        controller.error(error);
      }
    },
    cancel: (reason) => {
      tell();
      return reader.cancel(reason);
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}
