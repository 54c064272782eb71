import { readUpload } from "@/lib/http";
import { listImports, openImport } from "@/lib/imports";
import { route } from "@/lib/wiring/route";

const largestFile = 60 * 1024 * 1024;

export const GET = route({ can: "customers.import" }, async ({ ctx }) => ({
  data: await listImports(ctx),
  nextCursor: null,
}));

export const POST = route({ can: "customers.import", status: 201 }, async ({ ctx, request }) =>
  openImport(ctx, await readUpload(request, largestFile)),
);
