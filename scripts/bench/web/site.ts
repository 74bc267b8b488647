/** The sample site in a process of its own, so that what it needs is not counted as a tool's. Ends with its channel. */
import { startSampleSite } from "@/lib/devnet/sampleSite";

const site = await startSampleSite();
process.on("disconnect", () => process.exit(0));
process.send?.(site.origin);
