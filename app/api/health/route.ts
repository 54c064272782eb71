import { answerHealth } from "@/lib/process";

/** How this process is, for installs in which Next runs alone; our own server answers ahead of Next. */
export const GET = answerHealth;
export const dynamic = "force-dynamic";
